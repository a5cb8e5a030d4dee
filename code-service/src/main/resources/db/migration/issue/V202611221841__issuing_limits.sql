-- What the association allows a maker: a quota of garments in a month, and a size of batch it wants to look at. No row, no limit.
CREATE TABLE issuing_limit (
  party_id BIGINT NOT NULL,
  quota BIGINT NULL,
  approval_above BIGINT NULL,
  set_at DATETIME(3) NOT NULL,
  PRIMARY KEY (party_id)
) ENGINE = InnoDB;
