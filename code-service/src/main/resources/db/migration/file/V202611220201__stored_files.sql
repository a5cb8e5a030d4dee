-- Bytes are kept once, under their SHA-256, in pieces small enough for any server's packet limit.
CREATE TABLE stored_file (
  digest BINARY(32) NOT NULL,
  media_type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size INT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (digest)
) ENGINE = InnoDB;

CREATE TABLE stored_file_piece (
  digest BINARY(32) NOT NULL,
  number INT NOT NULL,
  bytes LONGBLOB NOT NULL,
  PRIMARY KEY (digest, number),
  CONSTRAINT stored_file_piece_file FOREIGN KEY (digest) REFERENCES stored_file (digest)
) ENGINE = InnoDB;

-- Who handed a file in, and so may read it back.
CREATE TABLE stored_file_owner (
  digest BINARY(32) NOT NULL,
  party_id BIGINT NOT NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (digest, party_id),
  CONSTRAINT stored_file_owner_file FOREIGN KEY (digest) REFERENCES stored_file (digest)
) ENGINE = InnoDB;
