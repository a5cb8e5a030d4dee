-- What the list of label items asks for and a style did not have. Symbols of GB/T 8685 joined with commas.
ALTER TABLE style
  ADD COLUMN care VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN storage VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN age_group VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN spinning VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL;
