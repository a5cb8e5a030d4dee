package cn.zhenrong.lookup;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.issue.Manifests;
import cn.zhenrong.issue.Proof;
import cn.zhenrong.issue.Proofs;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.keys.SigningKey;
import cn.zhenrong.page.Certificate;
import cn.zhenrong.page.CertificatePrinter;
import cn.zhenrong.page.EvidencePage;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.redis.Loads;
import cn.zhenrong.seal.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Gathers what one code's validity rests on: signature, key, manifest and proof.
@Service
class Evidence {
  private final Manifests manifests;
  private final Proofs proofs;
  private final Codes codes;
  private final Keys keys;
  private final PublicBase base;
  private final CertificatePrinter printer;
  private final JsonMapper json;
  private final Clock clock;
  private final Loads loads;

  Evidence(
      Manifests manifests,
      Proofs proofs,
      Codes codes,
      Keys keys,
      PublicBase base,
      CertificatePrinter printer,
      JsonMapper json,
      Clock clock,
      Loads loads) {
    this.loads = loads;
    this.manifests = manifests;
    this.proofs = proofs;
    this.codes = codes;
    this.keys = keys;
    this.base = base;
    this.printer = printer;
    this.json = json;
    this.clock = clock;
  }

  /// @param token value of the `S` parameter, null if the text had none
  /// @param back the page of the code
  /// @throws Problem state-conflict while its batch is being sealed
  EvidencePage page(Answer answer, Frame frame, @Nullable String token, String back) {
    Code code = answer.code();
    Batch batch = code.batch();
    SigningKey key = keys.key(batch.slot()).orElseThrow();
    return new EvidencePage(
        frame,
        code.serial().human(),
        answer.verdict(),
        EvidencePage.Signed.valueOf(answer.signature().name()),
        new EvidencePage.Key(
            key.slot(),
            key.kid(),
            key.key().algorithm().name(),
            EvidencePage.KeyStatus.valueOf(key.status().name())),
        manifest(batch),
        proof(code),
        new EvidencePage.Sources(
            code.path(),
            token,
            "/.well-known/code-keys.json",
            manifestPath(batch),
            "/api/v1/codes/" + code.serial().text() + "/proof"),
        token == null ? null : command(code, key, token),
        back);
  }

  /// The certificate of what a page shows.
  ///
  /// @throws Problem too-many-requests while others are being drawn
  byte[] certificate(Code code, ScanPage page) {
    Batch batch = code.batch();
    return printer.pdf(
        new Certificate(
            page,
            clock.instant(),
            new Certificate.Origin(
                batch.id().toString(),
                loads
                    .now(() -> manifests.publicCopy(batch.id()))
                    .map(Evidence::sha256)
                    .orElse(null),
                codes.compactText(code),
                base.origin() + "/scan/" + code.serial().text(),
                base.origin() + manifestPath(batch))));
  }

  private EvidencePage.Manifest manifest(Batch batch) {
    byte[] copy =
        loads
            .now(() -> manifests.publicCopy(batch.id()))
            .orElseThrow(() -> Problem.of(ProblemKind.STATE_CONFLICT));
    String[] jws = new String(copy, StandardCharsets.US_ASCII).split("\\.", -1);
    List<EvidencePage.Line> lines =
        json.readTree(Base64.getUrlDecoder().decode(jws[1])).properties().stream()
            .map(member -> new EvidencePage.Line(member.getKey(), plain(member.getValue())))
            .toList();
    return new EvidencePage.Manifest(batch.id().toString(), lines, sha256(copy));
  }

  /// A value as people read it: what is in it, without the names of its members.
  private static String plain(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> plain(member.getValue()))
          .collect(Collectors.joining(" · "));
    }
    if (value.isArray()) {
      return value.valueStream().map(Evidence::plain).collect(Collectors.joining("; "));
    }
    return value.isNull() ? "–" : value.asString();
  }

  private EvidencePage.@Nullable Proof proof(Code code) {
    try {
      Proof proof = proofs.of(code.serial());
      return new EvidencePage.Proof(
          proof.leaf(), proof.leafIndex(), proof.path().size(), proof.codesRoot());
    } catch (Problem busy) {
      if (busy.kind() == ProblemKind.TOO_MANY_REQUESTS) {
        return null;
      }
      throw busy;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// Only Ed25519 is what OpenSSL takes byte for byte.
  private @Nullable String command(Code code, SigningKey key, String token) {
    SignatureToken read = SignatureToken.read(token).orElse(null);
    if (read == null || key.key().algorithm() != SignatureAlgorithm.Ed25519) {
      return null;
    }
    String message =
        new String(PrintedText.message(code.path(), read.statement()), StandardCharsets.US_ASCII);
    return """
    printf %s '@MESSAGE' > message
    printf %s '@SIGNATURE' | xxd -r -p > signature
    cat > key.pem <<'END'
    @KEY
    END
    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in message -sigfile signature\
    """
        .replace("@MESSAGE", message)
        .replace("@SIGNATURE", HexFormat.of().formatHex(read.signature()))
        .replace("@KEY", key.key().pem().strip());
  }

  private static String manifestPath(Batch batch) {
    return "/api/v1/batches/" + batch.id() + "/manifest";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
