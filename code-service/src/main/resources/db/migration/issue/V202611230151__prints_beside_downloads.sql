-- Which of the codes had left the house before, as text (1-100,151-200), and by which request they left.
ALTER TABLE code_download ADD COLUMN again VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL;
ALTER TABLE code_download ADD COLUMN request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
