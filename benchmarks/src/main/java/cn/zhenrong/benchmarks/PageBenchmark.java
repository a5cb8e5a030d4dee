package cn.zhenrong.benchmarks;

import cn.zhenrong.page.Language;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.ScanPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Rendering the consumer page, and its size on the wire.
@State(Scope.Thread)
public class PageBenchmark {
  private final ScanPage page = FullPage.in(Language.ZH);

  @Benchmark
  public byte[] render() {
    return Pages.scan(page);
  }

  /// Bytes of the full page, gzipped at the usual level; the larger of the two languages.
  static int gzipBytes() {
    return Stream.of(Language.values())
        .mapToInt(language -> gzipped(Pages.scan(FullPage.in(language))))
        .max()
        .orElseThrow();
  }

  private static int gzipped(byte[] html) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}
