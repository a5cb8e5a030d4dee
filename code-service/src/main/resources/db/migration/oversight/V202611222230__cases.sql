-- What a shopper reported, or said of a package just opened. Nothing in this table leads to a person: what does stands in
-- case_contact. code_batch_id and code_sequence are empty where the code was never issued.
CREATE TABLE complaint_case (
  id BIGINT NOT NULL,
  number CHAR(11) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  nonce BINARY(16) NOT NULL,
  kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scanned VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code_batch_id BIGINT NULL,
  code_sequence BIGINT NULL,
  shown VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  shop VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  photo_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  received_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY complaint_case_number (number),
  UNIQUE KEY complaint_case_nonce (nonce),
  KEY complaint_case_listed (status, id),
  KEY complaint_case_code (code_batch_id, code_sequence)
) ENGINE = InnoDB;

CREATE TABLE case_contact (
  case_id BIGINT NOT NULL,
  phone VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NULL,
  order_no VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (case_id),
  CONSTRAINT case_contact_case FOREIGN KEY (case_id) REFERENCES complaint_case (id)
) ENGINE = InnoDB;

-- Answers of the association; the words are public, the note is not. Rows are only ever added.
CREATE TABLE case_answer (
  case_id BIGINT NOT NULL,
  number INT NOT NULL,
  status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words_zh VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  words_en VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  note VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  person_id BIGINT NOT NULL,
  answered_at DATETIME(3) NOT NULL,
  PRIMARY KEY (case_id, number),
  CONSTRAINT case_answer_case FOREIGN KEY (case_id) REFERENCES complaint_case (id)
) ENGINE = InnoDB;
