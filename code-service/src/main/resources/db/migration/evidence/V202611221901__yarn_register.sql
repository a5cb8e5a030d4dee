-- Yarn a maker bought. Rows are only ever added: a correction is a counter-entry with negative kilograms.
CREATE TABLE yarn_purchase (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  supplier VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  lot VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bought_on DATE NOT NULL,
  kilograms DECIMAL(12,3) NOT NULL,
  parts TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  report_number VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  corrects BIGINT NULL,
  reason VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY yarn_purchase_corrected (corrects),
  KEY yarn_purchase_listed (party_id, id),
  CONSTRAINT yarn_purchase_corrects FOREIGN KEY (corrects) REFERENCES yarn_purchase (id)
) ENGINE = InnoDB;

-- Kilograms of each fibre in a purchase: three decimals of mass times one of percent.
CREATE TABLE yarn_fibre (
  purchase_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  fibre VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kilograms DECIMAL(18,6) NOT NULL,
  PRIMARY KEY (purchase_id, fibre),
  KEY yarn_fibre_bought (party_id, fibre, kilograms),
  CONSTRAINT yarn_fibre_purchase FOREIGN KEY (purchase_id) REFERENCES yarn_purchase (id)
) ENGINE = InnoDB;

CREATE TABLE style_weight (
  style_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  grams INT NOT NULL,
  entered_by BIGINT NOT NULL,
  changed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (style_id)
) ENGINE = InnoDB;

-- What a report measured in its first part, for the balance: percent by mass.
CREATE TABLE report_fibre (
  report_id BIGINT NOT NULL,
  fibre VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  percent DECIMAL(5,2) NOT NULL,
  PRIMARY KEY (report_id, fibre),
  CONSTRAINT report_fibre_report FOREIGN KEY (report_id) REFERENCES report (id)
) ENGINE = InnoDB;

-- One row for each maker that keeps a yarn register or is bound to: what is issued for it is checked, one issue at a time.
CREATE TABLE yarn_account (
  party_id BIGINT NOT NULL,
  bound BOOLEAN NOT NULL,
  PRIMARY KEY (party_id)
) ENGINE = InnoDB;

CREATE TABLE yarn_alarm (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  style_id BIGINT NOT NULL,
  fibre VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  bought DECIMAL(18,6) NOT NULL,
  used DECIMAL(30,10) NOT NULL,
  raised_at DATETIME(3) NOT NULL,
  closed_at DATETIME(3) NULL,
  closed_by BIGINT NULL,
  reason VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (id),
  KEY yarn_alarm_open (party_id, closed_at)
) ENGINE = InnoDB;
