package cn.zhenrong.issue;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.Share;
import cn.zhenrong.party.Party;
import cn.zhenrong.seal.CanonicalJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a batch is, in the one form that is signed (code-format §5).
///
/// @param party whose batch it is
/// @param composition of the label
/// @param edition of the rule set that decided
/// @param jwsSlot of the key that signs it as a JWS
record Manifest(
    Batch batch, Party party, Composition composition, Report report, String edition, int jwsSlot) {
  /// `typ` in the header of both copies.
  static final String TYPE = "zr-batch+jws";

  /// The full copy, canonical.
  byte[] sealed(byte[] codesRoot) {
    Map<String, @Nullable Object> all = common(codesRoot);
    all.put("first", batch.first());
    all.put("count", batch.count());
    all.put("product", products(true));
    return CanonicalJson.bytes(all);
  }

  /// The copy for everyone: no range, no quantity; it carries the digest of the sealed JWS. The
  /// digest is over the signed form because the plain one could be found by trying quantities.
  byte[] publicCopy(byte[] codesRoot, byte[] sealedJws) {
    Map<String, @Nullable Object> some = common(codesRoot);
    some.put("product", products(false));
    some.put("sealed", hex(sealedJws));
    return CanonicalJson.bytes(some);
  }

  private Map<String, @Nullable Object> common(byte[] codesRoot) {
    List<Object> parts = parts();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("v", 1);
    members.put("batch", batch.id().toString());
    members.put("party", Map.of("id", party.id().toString(), "name", nfc(party.name())));
    members.put("profile", batch.profile().word());
    members.put("parts", parts);
    members.put("labelDigest", hex(CanonicalJson.bytes(parts)));
    members.put("report", reportMembers());
    members.put(
        "verdict", Map.of("code", batch.verdict(), "ruleSet", batch.ruleSet(), "edition", edition));
    members.put("createdAt", wholeSeconds(batch.createdAt()));
    members.put("slots", slots());
    members.put("codesRoot", HexFormat.of().formatHex(codesRoot));
    return members;
  }

  /// The slot that signs the codes, then the one that signs this where it is another.
  private List<Object> slots() {
    return jwsSlot == batch.slot() ? List.of(jwsSlot) : List.of(batch.slot(), jwsSlot);
  }

  private Map<String, @Nullable Object> reportMembers() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("number", nfc(report.number()));
    members.put("lab", nfc(report.lab()));
    members.put("digest", report.fileDigest());
    return members;
  }

  private List<Object> parts() {
    List<Object> parts = new ArrayList<>();
    for (Part part : composition.parts()) {
      List<Object> fibres = new ArrayList<>();
      for (Share share : part.shares()) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("code", share.fibre().code());
        members.put("fibre", nfc(share.fibre().name()));
        members.put("percent", share.percent().stripTrailingZeros().toPlainString());
        fibres.add(members);
      }
      parts.add(Map.of("part", nfc(part.name()), "fibres", fibres));
    }
    return parts;
  }

  /// Neighbouring lines under one key are one product.
  private List<Object> products(boolean withRange) {
    List<Object> products = new ArrayList<>();
    for (int i = 0; i < batch.lines().size(); ) {
      Line line = batch.lines().get(i);
      long count = 0;
      for (; i < batch.lines().size() && batch.lines().get(i).key().equals(line.key()); i++) {
        count += batch.lines().get(i).codes();
      }
      Map<String, Object> members = new LinkedHashMap<>();
      members.put("type", line.key().type());
      members.put("key", line.key().key());
      if (withRange) {
        members.put("first", batch.first() + line.firstSequence() - 1);
        members.put("count", count);
      }
      products.add(members);
    }
    return products;
  }

  private static String wholeSeconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String hex(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
