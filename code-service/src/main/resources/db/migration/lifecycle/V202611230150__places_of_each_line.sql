-- How many places of each line are taken, for batches with several lines and spare labels; null until somebody counts them.
ALTER TABLE code_life ADD COLUMN places TEXT CHARACTER SET ascii COLLATE ascii_bin NULL;
