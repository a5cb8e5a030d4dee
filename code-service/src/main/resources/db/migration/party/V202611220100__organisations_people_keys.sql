CREATE TABLE party (
  id BIGINT NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  credit_code CHAR(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
  gtin_prefix VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  demo BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY party_credit_code (credit_code),
  UNIQUE KEY party_gtin_prefix (gtin_prefix)
) ENGINE = InnoDB;

CREATE TABLE person (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  login VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  demo BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY person_login (login),
  CONSTRAINT person_party FOREIGN KEY (party_id) REFERENCES party (id)
) ENGINE = InnoDB;

-- A key acts for one person, so that "a second person" means the same for machines. Only the digest is kept.
CREATE TABLE api_key (
  id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  digest BINARY(32) NOT NULL,
  demo BOOLEAN NOT NULL,
  created_at DATETIME(3) NOT NULL,
  revoked_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY api_key_digest (digest),
  CONSTRAINT api_key_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB;

CREATE TABLE audit (
  id BIGINT NOT NULL,
  at DATETIME(3) NOT NULL,
  party_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  action VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  KEY audit_subject (subject, at)
) ENGINE = InnoDB;

-- Written in the caller's transaction: the row stands exactly if the work it stands for does.
CREATE TABLE idempotency (
  party_id BIGINT NOT NULL,
  idempotency_key VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_digest BINARY(32) NOT NULL,
  status SMALLINT NULL,
  media_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body MEDIUMBLOB NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (party_id, idempotency_key),
  KEY idempotency_age (created_at)
) ENGINE = InnoDB;
