-- The whole text a shopper had scanned or pasted, where it says more than the code: a signature that does not match, another
-- GTIN, another site. It is what shows a forged label.
ALTER TABLE complaint_case ADD COLUMN scanned_text VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;
