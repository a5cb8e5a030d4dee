-- One row a batch somebody has touched: its lock, and the number of its last event.
CREATE TABLE code_life (
  batch_id BIGINT NOT NULL,
  last_event BIGINT NOT NULL,
  PRIMARY KEY (batch_id)
) ENGINE = InnoDB;

-- Runs of sequence numbers that stand alike. A code in no span is as it was issued.
CREATE TABLE code_span (
  batch_id BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  words VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  successor BIGINT NULL,
  predecessor BIGINT NULL,
  sold_again BOOLEAN NOT NULL,
  earliest_at DATETIME(3) NOT NULL,
  latest_at DATETIME(3) NOT NULL,
  PRIMARY KEY (batch_id, first_sequence)
) ENGINE = InnoDB;

-- Every change, never altered; the spans can be made again from here. size_class is the length's
-- power of two, rounded up, so that the events of one code are found by a few short index ranges.
CREATE TABLE code_event (
  batch_id BIGINT NOT NULL,
  number BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  size_class TINYINT NOT NULL,
  move VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  to_state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  words VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  successor BIGINT NULL,
  predecessor BIGINT NULL,
  sold_again BOOLEAN NOT NULL,
  at DATETIME(3) NOT NULL,
  party_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (batch_id, number),
  KEY code_event_place (batch_id, size_class, first_sequence)
) ENGINE = InnoDB;

CREATE TABLE code_hold (
  id BIGINT NOT NULL,
  scope_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scope_id BIGINT NOT NULL,
  first_sequence BIGINT NULL,
  last_sequence BIGINT NULL,
  recall BOOLEAN NOT NULL,
  reason VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  placed_by BIGINT NOT NULL,
  placed_at DATETIME(3) NOT NULL,
  released_by BIGINT NULL,
  released_at DATETIME(3) NULL,
  release_reason VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (id),
  KEY code_hold_in_force (released_at, id)
) ENGINE = InnoDB;
