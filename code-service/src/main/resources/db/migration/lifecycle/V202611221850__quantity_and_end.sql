-- How many codes of the batch stand for a garment (active, shipped, returned, sampled), and whether the batch has ended:
-- both are asked under the row's lock, whatever an instance has in memory.
ALTER TABLE code_life ADD COLUMN in_use BIGINT NOT NULL DEFAULT 0;
ALTER TABLE code_life ADD COLUMN ended VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL;

UPDATE code_life SET in_use = (
  SELECT COALESCE(SUM(s.last_sequence - s.first_sequence + 1), 0) FROM code_span s
  WHERE s.batch_id = code_life.batch_id AND s.state IN ('ACTIVE', 'SHIPPED', 'RETURNED', 'SAMPLED'));

-- The end of a batch, CANCELLED or CLOSED: written once. last_event is the last change of its codes before.
CREATE TABLE code_end (
  batch_id BIGINT NOT NULL,
  ending VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_event BIGINT NOT NULL,
  left_over BIGINT NOT NULL,
  words VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  at DATETIME(3) NOT NULL,
  party_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (batch_id)
) ENGINE = InnoDB;
