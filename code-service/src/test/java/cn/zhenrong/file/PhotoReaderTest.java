package cn.zhenrong.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoReaderTest {
  private static final byte[] HTML =
      "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

  private final PhotoReader reader = new PhotoReader();

  @Test
  void keepsNothingOfPlaceCameraAndComment() {
    byte[] taken = Photos.withPlace(60, 40, 1);
    assertThat(text(taken)).contains("Exif", Photos.CAMERA);
    for (CheckedPhoto kept : new CheckedPhoto[] {reader.check(taken), reader.small(taken)}) {
      assertThat(text(kept.bytes())).doesNotContain("Exif", Photos.CAMERA, "comment");
      // FF E1 is where Exif and its successors stand, FF FE a comment.
      assertThat(segments(kept.bytes())).doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
    }
  }

  /// Where the red half of the picture is, after the camera was held in each of the eight ways.
  @ParameterizedTest
  @CsvSource({
    "1, LEFT",
    "2, RIGHT",
    "3, RIGHT",
    "4, LEFT",
    "5, TOP",
    "6, TOP",
    "7, BOTTOM",
    "8, BOTTOM"
  })
  void turnsThePictureUprightAsTheCameraSays(int orientation, String red) throws IOException {
    BufferedImage image = image(reader.check(Photos.withPlace(64, 32, orientation)).bytes());
    boolean lies = red.equals("LEFT") || red.equals("RIGHT");
    assertThat(image.getWidth()).isEqualTo(lies ? 64 : 32);
    assertThat(image.getHeight()).isEqualTo(lies ? 32 : 64);
    int x = red.equals("LEFT") ? 5 : red.equals("RIGHT") ? 58 : 16;
    int y = red.equals("TOP") ? 5 : red.equals("BOTTOM") ? 58 : 16;
    assertThat(new Color(image.getRGB(x, y)).getRed()).isGreaterThan(200);
    Color opposite = new Color(image.getRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y));
    assertThat(opposite.getBlue()).isGreaterThan(200);
    assertThat(opposite.getRed()).isLessThan(60);
  }

  @Test
  void makesALargePhotoSmaller() throws IOException {
    BufferedImage large = image(reader.check(Photos.jpeg(5000, 4000)).bytes());
    assertThat(large.getWidth()).isEqualTo(1600);
    assertThat(large.getHeight()).isEqualTo(1280);
    byte[] small = reader.small(noisy(900, 1200)).bytes();
    assertThat(small.length).isLessThanOrEqualTo(16 * 1024);
    assertThat(image(small).getHeight()).isEqualTo(480);
  }

  @Test
  void leavesAPhotoThatFitsItsSize() throws IOException {
    BufferedImage image = image(reader.check(Photos.png(300, 200)).bytes());
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isEqualTo(200);
  }

  /// A picture and something else in one: what comes out is the picture alone.
  @Test
  void whatIsAPictureAndSomethingElseBecomesAPicture() {
    byte[] zip = "PK\u0003\u0004 evil.class".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] both :
        new byte[][] {
          joined(Photos.jpeg(20, 20), zip),
          joined(Photos.png(20, 20), zip),
          Photos.withChunk(Photos.png(20, 20), "tEXt", HTML)
        }) {
      byte[] kept = reader.check(both).bytes();
      assertThat(Picture.mediaType(kept)).contains("image/jpeg");
      assertThat(text(kept)).doesNotContain("evil", "script");
    }
  }

  static Stream<Arguments> noPictures() {
    byte[] jpeg = Photos.jpeg(40, 40);
    byte[] png = Photos.png(40, 40);
    return Stream.of(
        Arguments.of("html", HTML),
        Arguments.of("html behind the mark of a JPEG", joined(Arrays.copyOf(jpeg, 4), HTML)),
        Arguments.of("html behind the mark of a PNG", joined(Arrays.copyOf(png, 8), HTML)),
        Arguments.of("gif", "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1)),
        Arguments.of(
            "svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("half a header", Arrays.copyOf(jpeg, 30)),
        Arguments.of("half a chunk", Arrays.copyOf(png, 30)),
        Arguments.of("two billion pixels", promising(46_000, 46_000)),
        Arguments.of("too many passes", manyPasses(jpeg)),
        Arguments.of("empty", new byte[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noPictures")
  void refusesWhatIsNoPicture(String what, byte[] bytes) {
    assertThatThrownBy(() -> reader.check(bytes))
        .as(what)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.fields().getFirst().code()).isEqualTo("file.not-photo"));
  }

  /// A text of a gigabyte packed into a megabyte: a decoder that unpacks it needs the memory.
  @Test
  void aPackedTextInAPictureIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      byte[] block = new byte[1024 * 1024];
      for (int i = 0; i < 1024; i++) {
        out.write(block);
      }
    }
    byte[] bomb = Photos.withChunk(Photos.png(20, 20), "zTXt", packed.toByteArray());
    assertThat(image(reader.check(bomb).bytes()).getWidth()).isEqualTo(20);
  }

  @Test
  void refusesMoreThanFiveMegabytes() {
    assertThatThrownBy(() -> reader.check(Arrays.copyOf(Photos.jpeg(40, 40), 5 * 1024 * 1024 + 1)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_LARGE));
  }

  private static byte[] promising(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    return joined(
        Arrays.copyOf(Photos.png(4, 4), 8),
        joined(
            Photos.chunk("IHDR", header),
            joined(Photos.chunk("IDAT", new byte[10]), Photos.chunk("IEND", new byte[0]))));
  }

  private static byte[] manyPasses(byte[] jpeg) {
    ByteBuffer passes = ByteBuffer.allocate(200);
    while (passes.hasRemaining()) {
      passes.putShort((short) 0xFFDA);
    }
    return joined(Arrays.copyOf(jpeg, jpeg.length - 2), passes.array());
  }

  private static byte[] noisy(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }

  /// The markers up to the pixels.
  private static Integer[] segments(byte[] jpeg) {
    Stream.Builder<Integer> markers = Stream.builder();
    for (int at = 2; (jpeg[at + 1] & 0xFF) != 0xDA; ) {
      markers.add(jpeg[at + 1] & 0xFF);
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    return markers.build().toArray(Integer[]::new);
  }

  private static BufferedImage image(byte[] bytes) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
