package cn.zhenrong.lookup;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.scan.Queries;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// [CodeAnswer] as bytes, put together from pieces that are kept: what all codes of a line have in
/// common, and the words of verdicts. A test holds it to the bytes the mapper writes.
@Component
class AnswerJson {
  private final JsonMapper json;
  private final Cache<LineKey, Kept> lines = Caffeine.newBuilder().maximumSize(20_000).build();
  private final Cache<VerdictBar, byte[]> verdicts =
      Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();
  private final byte[][] untouched;

  private record LineKey(BatchId batch, int line) {}

  /// @param facts those the piece was made of: other facts, another piece
  private record Kept(Facts facts, byte[] json) {}

  AnswerJson(JsonMapper json) {
    this.json = json;
    this.untouched =
        Arrays.stream(SignatureCheck.values())
            .map(check -> inner(CodeAnswer.Seen.of(check, Queries.NONE, List.of())))
            .toArray(byte[][]::new);
  }

  byte[] bytes(Answer answer) {
    byte[] head = head(answer);
    byte[] verdict = verdicts.get(answer.verdict(), this::verdict);
    byte[] goods = goods(answer);
    byte[] seen = seen(answer);
    byte[] all = new byte[head.length + verdict.length + goods.length + seen.length + 3];
    int at = put(all, 0, head);
    at = put(all, at, verdict);
    all[at++] = ',';
    at = put(all, at, goods);
    all[at++] = ',';
    at = put(all, at, seen);
    all[at] = '}';
    return all;
  }

  /// Serials and states need no escapes.
  private static byte[] head(Answer answer) {
    String text =
        "{\"serial\":\""
            + answer.code().serial().text()
            + "\",\"human\":\""
            + answer.code().serial().human()
            + "\",\"status\":\""
            + answer.status()
            + "\",\"verdict\":";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] verdict(VerdictBar bar) {
    return json.writeValueAsBytes(CodeAnswer.Verdict.of(bar));
  }

  private byte[] goods(Answer answer) {
    LineKey key = new LineKey(answer.code().batch().id(), answer.code().line().number());
    Kept kept = lines.getIfPresent(key);
    if (kept == null || kept.facts() != answer.facts()) {
      kept = new Kept(answer.facts(), inner(CodeAnswer.Goods.of(answer)));
      lines.put(key, kept);
    }
    return kept.json();
  }

  private byte[] seen(Answer answer) {
    return answer.queries().equals(Queries.NONE)
        ? untouched[answer.signature().ordinal()]
        : inner(CodeAnswer.Seen.of(answer));
  }

  /// The members of an object without its braces.
  private byte[] inner(Object object) {
    byte[] bytes = json.writeValueAsBytes(object);
    return Arrays.copyOfRange(bytes, 1, bytes.length - 1);
  }

  private static int put(byte[] into, int at, byte[] piece) {
    System.arraycopy(piece, 0, into, at, piece.length);
    return at + piece.length;
  }
}
