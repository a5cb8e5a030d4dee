package cn.zhenrong.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Photos as cameras and others make them.
public final class Photos {
  /// What a camera writes into its data, to be looked for afterwards.
  public static final String CAMERA = "Handy-Kamera 7";

  private Photos() {}

  /// A JPEG, red on the left and blue on the right.
  public static byte[] jpeg(int width, int height) {
    return drawn(width, height, "jpeg");
  }

  /// The same as a PNG.
  public static byte[] png(int width, int height) {
    return drawn(width, height, "png");
  }

  /// The JPEG with the data a phone adds: camera, place (30°38′N 120°34′E), orientation, and a
  /// comment behind it.
  public static byte[] withPlace(int width, int height, int orientation) {
    byte[] plain = jpeg(width, height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    byte[] exif = exif(orientation);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1});
    out.writeBytes(shortOf(exif.length + 2));
    out.writeBytes(exif);
    byte[] comment = ("comment " + CAMERA).getBytes(StandardCharsets.US_ASCII);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
    out.writeBytes(shortOf(comment.length + 2));
    out.writeBytes(comment);
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /// A TIFF directory with camera, orientation and a pointer to one with the place (Exif 2.3, 4.6).
  private static byte[] exif(int orientation) {
    byte[] camera = (CAMERA + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(200);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    int cameraAt = 8 + 2 + 3 * 12 + 4;
    int placeAt = cameraAt + camera.length + camera.length % 2;
    int figuresAt = placeAt + 2 + 4 * 12 + 4;
    tiff.putShort((short) 3);
    entry(tiff, 0x0110, 2, camera.length).putInt(cameraAt);
    entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1).putInt(placeAt);
    tiff.putInt(0).put(camera).position(placeAt);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2).put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
    entry(tiff, 2, 5, 3).putInt(figuresAt);
    entry(tiff, 3, 2, 2).put("E\0\0\0".getBytes(StandardCharsets.US_ASCII));
    entry(tiff, 4, 5, 3).putInt(figuresAt + 24);
    tiff.putInt(0);
    for (int figure : new int[] {30, 38, 0, 120, 34, 0}) {
      tiff.putInt(figure).putInt(1);
    }
    byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(head, head.length + tiff.position());
    System.arraycopy(tiff.array(), 0, all, head.length, tiff.position());
    return all;
  }

  private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
    return tiff.putShort((short) tag).putShort((short) type).putInt(count);
  }

  /// A PNG with one more chunk before its pixels.
  public static byte[] withChunk(byte[] png, String name, byte[] content) {
    int afterHeader = 8 + 25;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, afterHeader);
    out.writeBytes(chunk(name, content));
    out.write(png, afterHeader, png.length - afterHeader);
    return out.toByteArray();
  }

  static byte[] chunk(String name, byte[] content) {
    byte[] named = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 4 + content.length);
    System.arraycopy(content, 0, named, 4, content.length);
    CRC32 sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] drawn(int width, int height, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] shortOf(int value) {
    return new byte[] {(byte) (value >> 8), (byte) value};
  }
}
