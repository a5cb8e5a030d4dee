CREATE TABLE style (
  id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  style_no VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  gtin CHAR(14) CHARACTER SET ascii COLLATE ascii_bin NULL,
  markets VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  standard VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  safety_class CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY style_number (party_id, style_no),
  KEY style_listed (party_id, id)
) ENGINE = InnoDB;

CREATE TABLE style_variant (
  style_id BIGINT NOT NULL,
  number INT NOT NULL,
  colour VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  size VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  gtin CHAR(14) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (style_id, number),
  UNIQUE KEY style_variant_named (style_id, colour, size),
  CONSTRAINT style_variant_style FOREIGN KEY (style_id) REFERENCES style (id)
) ENGINE = InnoDB;

-- One GTIN names one trade item, so it stands on one style or variant of the whole installation.
CREATE TABLE style_gtin (
  gtin CHAR(14) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  style_id BIGINT NOT NULL,
  PRIMARY KEY (gtin),
  CONSTRAINT style_gtin_style FOREIGN KEY (style_id) REFERENCES style (id)
) ENGINE = InnoDB;

-- A composition is never updated: another composition is another label.
CREATE TABLE composition_label (
  id BIGINT NOT NULL,
  style_id BIGINT NOT NULL,
  party_id BIGINT NOT NULL,
  parts MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  used_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY composition_label_listed (style_id, id),
  CONSTRAINT composition_label_style FOREIGN KEY (style_id) REFERENCES style (id)
) ENGINE = InnoDB;
