-- Who was given which indexes: one row each time an instance takes a block from code_range. A batch names the block its range is from,
-- so a block this database does not know (it was lost with a fail-over, or the counter was set back) can back no batch.
CREATE TABLE code_block (
  id BIGINT NOT NULL,
  first_index BIGINT NOT NULL,
  size BIGINT NOT NULL,
  taken_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY code_block_first_index (first_index)
) ENGINE = InnoDB;

-- garments: pieces without the spares; null in rows of a version that knew no spares. accepted_at: when the range was given.
ALTER TABLE batch
  ADD COLUMN garments BIGINT NULL,
  ADD COLUMN block_id BIGINT NULL,
  ADD COLUMN accepted_at DATETIME(3) NULL,
  ADD COLUMN over_size BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY batch_accepted (party_id, accepted_at),
  ADD CONSTRAINT batch_code_block FOREIGN KEY (block_id) REFERENCES code_block (id);

UPDATE batch SET garments = pieces;

UPDATE batch SET accepted_at = COALESCE(reviewed_at, created_at) WHERE first_index IS NOT NULL;
