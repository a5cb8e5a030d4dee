-- SM2 over the payloads of both JWS, where the installation had an SM2 key: r and s, 32 bytes each.
ALTER TABLE batch_manifest
  ADD COLUMN sm2_slot SMALLINT NULL,
  ADD COLUMN sm2_sealed BINARY(64) NULL,
  ADD COLUMN sm2_public BINARY(64) NULL;
