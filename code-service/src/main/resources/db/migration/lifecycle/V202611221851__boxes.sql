-- A box that was sealed, and how it was opened: by hand where opened_move is null, else by that move of a code in it.
CREATE TABLE code_box (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  codes SMALLINT NOT NULL,
  note VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  sealed_at DATETIME(3) NOT NULL,
  sealed_by BIGINT NOT NULL,
  sealed_request VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at DATETIME(3) NULL,
  opened_by BIGINT NULL,
  opened_move VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  opened_words VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  opened_request VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- What was put into a box; stays when it is opened. A box holds at most 1 000 codes, so no range is longer.
CREATE TABLE code_box_range (
  batch_id BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  box_id BIGINT NOT NULL,
  PRIMARY KEY (batch_id, first_sequence, box_id),
  KEY code_box_range_box (box_id),
  KEY code_box_range_batch (batch_id, box_id),
  CONSTRAINT code_box_range_box FOREIGN KEY (box_id) REFERENCES code_box (id)
) ENGINE = InnoDB;
