package cn.zhenrong.file;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads photos that strangers took, and draws each anew, so that nothing is kept but what can be
/// seen: no place, no camera, no thumbnail of what was cut off, no second file behind the first.
/// Two at a time, within bounds of time and memory. Call it outside a transaction.
@Service
public class PhotoReader {
  private static final Texts TEXTS = Texts.beside(PhotoReader.class);
  private static final int LONGEST_SIDE = 1600;
  private static final double QUALITY = 0.85;
  private static final int SMALL_SIDE = 480;
  private static final int SMALL_BYTES = 16 * 1024;

  private final Bounded turns = new Bounded("photo");

  /// The photo as a JPEG of at most 1600 pixels on a side, upright.
  ///
  /// @throws Problem too-large beyond [StoredFiles#LARGEST_PHOTO]; invalid-input `file.not-photo`
  ///   on `file` if the bytes are no JPEG or PNG that can be drawn, or one of too many pixels;
  ///   too-many-requests while others are being read
  public CheckedPhoto check(byte[] bytes) {
    return bounded(bytes, () -> PhotoPixels.of(bytes).fitted(LONGEST_SIDE).jpeg(QUALITY));
  }

  /// The same small enough to stand in a page: at most 480 pixels on a side and 16 KB.
  ///
  /// @throws Problem as for [#check]
  public CheckedPhoto small(byte[] bytes) {
    return bounded(
        bytes,
        () -> {
          PhotoPixels pixels = PhotoPixels.of(bytes).fitted(SMALL_SIDE);
          byte[] jpeg = pixels.jpeg(QUALITY);
          for (double quality = 0.7; jpeg.length > SMALL_BYTES && quality > 0; quality -= 0.15) {
            jpeg = pixels.jpeg(quality);
          }
          return jpeg;
        });
  }

  private CheckedPhoto bounded(byte[] bytes, Callable<byte[]> work) {
    if (bytes.length > StoredFiles.LARGEST_PHOTO) {
      throw StoredFiles.tooLarge(StoredFiles.LARGEST_PHOTO);
    }
    try {
      return new CheckedPhoto(turns.run(work));
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (TimeoutException e) {
      throw notPhoto();
    }
  }

  /// The decoders answer broken pictures with whatever exception comes first.
  private static RuntimeException refusal(@Nullable Throwable cause) {
    return switch (cause) {
      case IOException _, RuntimeException _, OutOfMemoryError _ -> notPhoto();
      case null, default -> new IllegalStateException(cause);
    };
  }

  private static Problem notPhoto() {
    return Problem.invalid("file", "file.not-photo", TEXTS.words("file.not-photo"));
  }
}
