-- What to do with recalled goods, in the association's words.
ALTER TABLE code_hold ADD COLUMN remedy VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
