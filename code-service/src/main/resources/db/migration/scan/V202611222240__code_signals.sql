-- What a clone rule saw of a code: one row a code and rule, added to by plain arithmetic. provinces has one bit a province.
-- Dismissed rows go on counting but are told to nobody: a person looked and found nothing wrong.
CREATE TABLE code_signal (
  code_index BIGINT NOT NULL,
  rule VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_at DATETIME(3) NOT NULL,
  last_at DATETIME(3) NOT NULL,
  hits BIGINT NOT NULL,
  seen INT NOT NULL,
  provinces BIGINT NOT NULL,
  dismissed_at DATETIME(3) NULL,
  PRIMARY KEY (code_index, rule),
  KEY code_signal_rule (rule, code_index)
) ENGINE = InnoDB;
