-- Whether a photo is still shown is asked before its bytes are deleted.
ALTER TABLE style
  ADD KEY style_photo (photo_digest),
  ADD KEY style_small_photo (small_photo_digest);
