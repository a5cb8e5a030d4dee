-- Keys that make device keys and nonces; a new one each month, so that nobody can follow a device for longer.
CREATE TABLE scan_key (
  month CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret BINARY(32) NOT NULL,
  PRIMARY KEY (month)
) ENGINE = InnoDB;

-- One row a nonce that was used: the same nonce never counts twice.
CREATE TABLE verification (
  nonce BINARY(16) NOT NULL,
  code_index BIGINT NOT NULL,
  device BINARY(16) NOT NULL,
  at DATETIME(3) NOT NULL,
  opened BOOLEAN NOT NULL,
  PRIMARY KEY (nonce),
  KEY verification_code (code_index, at)
) ENGINE = InnoDB;

-- One row a device and code: visits less than half an hour apart are one session.
CREATE TABLE verification_session (
  code_index BIGINT NOT NULL,
  device BINARY(16) NOT NULL,
  first_at DATETIME(3) NOT NULL,
  last_at DATETIME(3) NOT NULL,
  sessions INT NOT NULL,
  PRIMARY KEY (code_index, device)
) ENGINE = InnoDB;

-- One row a code that was ever verified.
CREATE TABLE verification_summary (
  code_index BIGINT NOT NULL,
  first_at DATETIME(3) NOT NULL,
  sessions BIGINT NOT NULL,
  opened_at DATETIME(3) NULL,
  opened_claims INT NOT NULL,
  PRIMARY KEY (code_index)
) ENGINE = InnoDB;
