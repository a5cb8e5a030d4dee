package cn.zhenrong.issue;

import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.Profile;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.code.Statement;
import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.seal.Signer;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;

/// The download of a signed batch without its surroundings: the rows of the file of codes, in the
/// chunks and on the workers that the service uses, handed over in order and thrown away.
///
/// It lives in the service's package because the classes it measures are not public.
@NullMarked
public final class CodeStream {
  /// Rows of one chunk, as in the service.
  public static final int CHUNK = 2048;

  private static final long PIECES = 100_000_000;
  private static final Statement STATEMENT = new Statement("WS95WO5");

  private final SerialCipher cipher;
  private final Signer signer;
  private final CodeFile file;
  private final List<CodeLine> lines;
  private final Workers workers = new Workers();

  public CodeStream(SerialCipher cipher, Signer signer) {
    this.cipher = cipher;
    this.signer = signer;
    this.file =
        new CodeFile(
            batch(signer.slot()), STATEMENT, "K2601", "山羊绒95% 绵羊毛5%", "FZ/T 73009-2021", 1000);
    this.lines = file.lines(PublicBase.of("https://id.example.cn", false));
  }

  /// The rows of one chunk, in the calling thread.
  ///
  /// @param number of the chunk, from 0
  /// @return the bytes of [#CHUNK] rows
  public byte[] chunk(long number) {
    long first = number * CHUNK + 1;
    long last = first + CHUNK - 1;
    RowWriter writer =
        new RowWriter(file, cipher, signer, Math.toIntExact(file.length(lines, first, last)));
    writer.write(lines.getFirst(), first, last);
    return writer.rows();
  }

  /// The rows of many chunks, on all cores.
  ///
  /// @return how many bytes they have
  public long chunks(int count) {
    Iterator<Callable<byte[]>> tasks =
        LongStream.range(0, count).mapToObj(n -> (Callable<byte[]>) () -> chunk(n)).iterator();
    long[] bytes = {0};
    try {
      workers.inOrder(tasks, rows -> bytes[0] += rows.length);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a measurement was interrupted", e);
    }
    return bytes[0];
  }

  /// Ends the workers.
  public void stop() {
    workers.stop();
  }

  private static Batch batch(int slot) {
    return new Batch(
        new BatchId(1),
        new PartyId(1),
        new StyleId(1),
        new LabelId(1),
        new ReportId(1),
        Profile.SIGNED,
        null,
        BatchStatus.OPEN,
        1,
        PIECES,
        0,
        slot,
        STATEMENT,
        "PASS",
        "GB/T 29862-2013",
        false,
        List.of(),
        List.of(new Line(1, "驼色", "170/92A", ProductKey.of("01", "09521234543213"), PIECES, 0, 1)),
        Instant.EPOCH);
  }
}
