-- The photo a shopper compares the garment with, and the same small enough for the page.
ALTER TABLE style
  ADD COLUMN photo_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN small_photo_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
