-- What waits outside of this database (stream, journal) is named after it, and never applied to another.
CREATE TABLE scan_installation (
  id TINYINT NOT NULL,
  name CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;
INSERT INTO scan_installation (id, name) VALUES (1, REPLACE(UUID(), '-', ''));

-- Every verification, kept for a while. The day is the UTC day the nonce was made on: the same nonce always falls into the
-- same partition, so the key stops it from counting twice. A task adds a partition a day and drops the old ones.
CREATE TABLE scan_event (
  day DATE NOT NULL,
  nonce BINARY(16) NOT NULL,
  opened BOOLEAN NOT NULL,
  code_index BIGINT NOT NULL,
  device BINARY(16) NOT NULL,
  province TINYINT UNSIGNED NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (day, nonce, opened),
  KEY scan_event_code (code_index, at)
) ENGINE = InnoDB
PARTITION BY RANGE COLUMNS (day) (
  PARTITION later VALUES LESS THAN (MAXVALUE)
);

-- One row a code that was ever verified. The devices are the last 32, packed (30 bytes each).
CREATE TABLE scanned_code (
  code_index BIGINT NOT NULL,
  first_at DATETIME(3) NOT NULL,
  first_province TINYINT UNSIGNED NULL,
  sessions BIGINT NOT NULL,
  opened_at DATETIME(3) NULL,
  opened_claims INT NOT NULL,
  devices VARBINARY(1024) NOT NULL,
  PRIMARY KEY (code_index)
) ENGINE = InnoDB;

-- What could not be applied and never will by itself, as it lay in the stream or the journal, with the reason.
CREATE TABLE scan_dead (
  id BIGINT NOT NULL AUTO_INCREMENT,
  at DATETIME(3) NOT NULL,
  reason VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  body MEDIUMBLOB NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- The sums stay; single visits and devices of the former tables go.
INSERT INTO scanned_code (code_index, first_at, first_province, sessions, opened_at, opened_claims, devices)
SELECT code_index, first_at, NULL, sessions, opened_at, opened_claims, '' FROM verification_summary;
DROP TABLE verification;
DROP TABLE verification_session;
DROP TABLE verification_summary;
