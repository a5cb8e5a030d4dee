package cn.zhenrong.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The pixels of a photo.
record PhotoPixels(BufferedImage image) {
  /// What phones take; a packed file may say it has any number.
  private static final long MOST_PIXELS = 32_000_000;

  /// Larger ones are read thinned out: 4 bytes each of the heap.
  private static final long MOST_IN_MEMORY = 12_000_000;

  /// @throws IOException if the bytes are no picture that can be drawn
  static PhotoPixels of(byte[] bytes) throws IOException {
    BarePicture bare = BarePicture.of(bytes);
    ImageReader reader = ImageIO.getImageReadersByFormatName(bare.format()).next();
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bare.bytes()))) {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > MOST_PIXELS) {
        throw new IOException("too many pixels");
      }
      ImageReadParam param = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_IN_MEMORY));
      param.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
      return new PhotoPixels(upright(reader.read(0, param), bare.orientation()));
    } finally {
      reader.dispose();
    }
  }

  /// The same, made smaller where a side is longer than this.
  PhotoPixels fitted(int longest) {
    BufferedImage now = image;
    while (Math.max(now.getWidth(), now.getHeight()) > longest) {
      // More than half at once would leave pixels out of account.
      double scale = Math.max(0.5, (double) longest / Math.max(now.getWidth(), now.getHeight()));
      int width = Math.max(1, (int) Math.floor(now.getWidth() * scale));
      int height = Math.max(1, (int) Math.floor(now.getHeight() * scale));
      AffineTransform smaller =
          AffineTransform.getScaleInstance(
              (double) width / now.getWidth(), (double) height / now.getHeight());
      now = drawn(now, smaller, width, height);
    }
    return new PhotoPixels(now);
  }

  /// A JPEG of these pixels and nothing else.
  ///
  /// @param quality from 0 to 1
  byte[] jpeg(double quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Turned and mirrored as Exif's eight orientations ask for; what is transparent becomes white.
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    return orientation >= 5 ? drawn(image, turn, height, width) : drawn(image, turn, width, height);
  }

  private static BufferedImage drawn(
      BufferedImage image, AffineTransform transform, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, transform, null);
    graphics.dispose();
    return target;
  }
}
