-- Where a maker sends those who ask the resolver for more than the page: care, sustainability, recall.
CREATE TABLE style_link (
  id BIGINT NOT NULL,
  style_id BIGINT NOT NULL,
  link_type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  language VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
  url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  media_type VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  entered_by BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY style_link_listed (style_id, id),
  CONSTRAINT style_link_style FOREIGN KEY (style_id) REFERENCES style (id)
) ENGINE = InnoDB;
