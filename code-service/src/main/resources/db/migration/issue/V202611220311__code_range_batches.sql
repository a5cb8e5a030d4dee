-- One row: the first index nobody has yet. Indexes start at 1 and are never used twice.
CREATE TABLE code_range (
  id TINYINT NOT NULL,
  next_index BIGINT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO code_range (id, next_index) VALUES (1, 1);

-- One row whatever the quantity. The column first_index is null while no range is reserved.
CREATE TABLE batch (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  style_id BIGINT NOT NULL,
  label_id BIGINT NOT NULL,
  report_id BIGINT NOT NULL,
  profile VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  external_no VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  content_digest BINARY(32) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_index BIGINT NULL,
  pieces BIGINT NOT NULL,
  epoch SMALLINT NOT NULL,
  slot SMALLINT NOT NULL,
  statement VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  verdict VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rule_set VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  edition VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  decision MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  applied_by BIGINT NOT NULL,
  reviewed_by BIGINT NULL,
  reviewed_at DATETIME(3) NULL,
  review_words VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at DATETIME(3) NOT NULL,
  opened_at DATETIME(3) NULL,
  lease_owner VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  lease_until DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY batch_first_index (first_index),
  UNIQUE KEY batch_external_no (party_id, external_no),
  KEY batch_party (party_id, id),
  KEY batch_status (status, id)
) ENGINE = InnoDB;

CREATE TABLE batch_line (
  batch_id BIGINT NOT NULL,
  line_no SMALLINT NOT NULL,
  colour VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  size VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  key_type VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_value VARCHAR(14) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quantity BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  PRIMARY KEY (batch_id, line_no),
  CONSTRAINT batch_line_batch FOREIGN KEY (batch_id) REFERENCES batch (id)
) ENGINE = InnoDB;

-- Root of each block of 2^level leaves of the batch's tree: progress of sealing, and later the short way to a proof.
CREATE TABLE batch_block (
  batch_id BIGINT NOT NULL,
  block_no INT NOT NULL,
  hash BINARY(32) NOT NULL,
  PRIMARY KEY (batch_id, block_no),
  CONSTRAINT batch_block_batch FOREIGN KEY (batch_id) REFERENCES batch (id)
) ENGINE = InnoDB;

-- Compact JWS, as bytes: written once, never put together again.
CREATE TABLE batch_manifest (
  batch_id BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  public_copy BLOB NOT NULL,
  PRIMARY KEY (batch_id),
  CONSTRAINT batch_manifest_batch FOREIGN KEY (batch_id) REFERENCES batch (id)
) ENGINE = InnoDB;
