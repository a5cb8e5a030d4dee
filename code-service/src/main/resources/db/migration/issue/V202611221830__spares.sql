-- Labels beyond the garments of a line: quantity is garments; batch.pieces stays what it was, all codes of the batch.
ALTER TABLE batch_line ADD COLUMN spares BIGINT NOT NULL DEFAULT 0;
