-- Which codes left the house as a file, with whom and why: a second download of the same codes needs a reason.
CREATE TABLE code_download (
  id BIGINT NOT NULL,
  batch_id BIGINT NOT NULL,
  form VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  reason VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  started_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY code_download_page (batch_id, id),
  KEY code_download_range (batch_id, first_sequence, last_sequence),
  CONSTRAINT code_download_batch FOREIGN KEY (batch_id) REFERENCES batch (id)
) ENGINE = InnoDB;
