-- Where anybody can check a report's number with the laboratory itself.
ALTER TABLE lab ADD COLUMN check_url VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL;
