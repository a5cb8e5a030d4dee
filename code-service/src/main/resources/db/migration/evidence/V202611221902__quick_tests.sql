-- Screening with a device: kept apart from reports, never read by the gate.
CREATE TABLE quick_test (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  style_id BIGINT NOT NULL,
  tested_by BIGINT NOT NULL,
  operator VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  device VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lot VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  result VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  tested_on DATE NOT NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY quick_test_listed (style_id, id)
) ENGINE = InnoDB;
