package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Labs;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.scan.Queries;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// [CodeAnswer] in JSON, put together from pieces that are kept: what all codes of a line have in
/// common, and the words of verdicts. A test holds it to the bytes the mapper writes.
@Component
class AnswerJson {
  private final JsonMapper json;
  private final KnownLabs labs;
  private final Cache<LineKey, Kept> lines =
      Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();
  private final byte[][] untouched;

  private record LineKey(BatchId batch, int line) {}

  /// @param facts those the piece was made of: other facts, another piece
  /// @param labKey of the laboratory; reading it off a name takes longer than asking for it
  /// @param lab what was known of it: something else, another piece
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(Facts facts, String labKey, @Nullable String lab, byte[] json) {}

  /// One answer in its pieces. Whoever writes them one after the other copies nothing twice.
  ///
  /// @param head serial and state
  /// @param goods what the line has in common
  /// @param seen what is known of the label in the hand
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Body(byte[] head, byte[] verdict, byte[] goods, byte[] seen) {
    int length() {
      return head.length + verdict.length + goods.length + seen.length;
    }

    void writeTo(OutputStream out) throws IOException {
      out.write(head);
      out.write(verdict);
      out.write(goods);
      out.write(seen);
    }
  }

  AnswerJson(JsonMapper json, KnownLabs labs) {
    this.json = json;
    this.labs = labs;
    this.untouched =
        Arrays.stream(SignatureCheck.values())
            .map(check -> last(CodeAnswer.Seen.of(check, Queries.NONE, List.of())))
            .toArray(byte[][]::new);
  }

  Body of(Answer answer) {
    return new Body(head(answer), answer.worded().json(), goods(answer), seen(answer));
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
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] goods(Answer answer) {
    LineKey key = new LineKey(answer.code().batch().id(), answer.code().line().number());
    Kept kept = lines.getIfPresent(key);
    if (kept == null
        || kept.facts() != answer.facts()
        || !Objects.equals(kept.lab(), labs.remembered(kept.labKey()))) {
      kept = kept(answer);
      lines.put(key, kept);
    }
    return kept.json();
  }

  /// Whoever has the facts of the batch read anew may wait for what is known of its laboratory; all
  /// others ask memory only.
  private Kept kept(Answer answer) {
    String key = Labs.key(answer.facts().report());
    String lab = labs.told(key);
    CodeAnswer.Goods goods = CodeAnswer.Goods.of(answer, KnownLabs.Lab.of(lab));
    return new Kept(answer.facts(), key, lab, further(goods));
  }

  private byte[] seen(Answer answer) {
    return answer.queries().equals(Queries.NONE)
        ? untouched[answer.signature().ordinal()]
        : last(CodeAnswer.Seen.of(answer));
  }

  /// The members of an object, behind others and before others.
  private byte[] further(Object object) {
    byte[] bytes = json.writeValueAsBytes(object);
    bytes[0] = ',';
    bytes[bytes.length - 1] = ',';
    return bytes;
  }

  /// The members of an object as the last of another.
  private byte[] last(Object object) {
    byte[] bytes = json.writeValueAsBytes(object);
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }
}
