-- The keys are number and laboratory without case, width, spaces and signs, so that a report entered again in another
-- spelling is still seen. results_digest is NULL where the results are too common to tell anything (all of one fibre).
CREATE TABLE report (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  style_id BIGINT NOT NULL,
  number VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lab VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  number_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lab_key VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  results_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  issued_on DATE NOT NULL,
  method VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  basis VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sampling VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parts MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  covers_quantity BIGINT NOT NULL,
  used_quantity BIGINT NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY report_identity (number_key, lab_key, party_id, style_id),
  KEY report_listed (party_id, id),
  KEY report_results (results_digest),
  KEY report_file (file_digest)
) ENGINE = InnoDB;

-- What looked like reuse when the report or its file came in. Open until a person of the association closes it.
CREATE TABLE report_alarm (
  report_id BIGINT NOT NULL,
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  raised_at DATETIME(3) NOT NULL,
  closed_at DATETIME(3) NULL,
  closed_by BIGINT NULL,
  reason VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (report_id, code),
  CONSTRAINT report_alarm_report FOREIGN KEY (report_id) REFERENCES report (id)
) ENGINE = InnoDB;
