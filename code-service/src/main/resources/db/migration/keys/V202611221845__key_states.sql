-- Why and when the association last changed what a key may do; null while nobody did.
ALTER TABLE signing_key
  ADD COLUMN reason VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN changed_at DATETIME(3) NULL;
