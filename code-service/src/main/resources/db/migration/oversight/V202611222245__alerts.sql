-- One row a cause that asks for a person: a clone rule and a batch, or a network that guesses codes. is_open is 1 until it is closed
-- and NULL after, so that a cause has at most one open alert and any number of closed ones. samples are indexes of codes.
CREATE TABLE alert (
  id BIGINT NOT NULL,
  rule VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cause VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  batch_id BIGINT NULL,
  is_open TINYINT NULL,
  first_at DATETIME(3) NOT NULL,
  last_at DATETIME(3) NOT NULL,
  hits BIGINT NOT NULL,
  codes BIGINT NOT NULL,
  provinces BIGINT NOT NULL,
  samples VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome VARCHAR(11) CHARACTER SET ascii COLLATE ascii_bin NULL,
  words VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  closed_by BIGINT NULL,
  closed_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY alert_cause (rule, cause, is_open),
  KEY alert_open (is_open, id)
) ENGINE = InnoDB;

-- The timeline of an alert: one row a day in China.
CREATE TABLE alert_day (
  alert_id BIGINT NOT NULL,
  day DATE NOT NULL,
  hits BIGINT NOT NULL,
  codes BIGINT NOT NULL,
  PRIMARY KEY (alert_id, day),
  CONSTRAINT alert_day_alert FOREIGN KEY (alert_id) REFERENCES alert (id)
) ENGINE = InnoDB;
