-- Public halves only. The private ones stand in a keystore file that no database backup holds.
CREATE TABLE signing_key (
  slot SMALLINT NOT NULL,
  kid VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  algorithm VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pem VARCHAR(600) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  not_before DATETIME(3) NOT NULL,
  not_after DATETIME(3) NOT NULL,
  successor VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (slot),
  UNIQUE KEY signing_key_kid (kid)
) ENGINE = InnoDB;

-- The witness is the serial of the last index there is. It tells two serial keys apart and gives nothing away.
CREATE TABLE serial_epoch (
  epoch SMALLINT NOT NULL,
  witness CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (epoch)
) ENGINE = InnoDB;
