-- On which reading of the rules a second person decided: theirs in words, or the rules that were in doubt.
ALTER TABLE batch ADD COLUMN review_reading VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
