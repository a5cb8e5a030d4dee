-- The clone rules that hit a code and that shoppers are told of, one bit a rule: an answer about any other code reads no more.
ALTER TABLE scanned_code ADD COLUMN signals INT NOT NULL DEFAULT 0;
