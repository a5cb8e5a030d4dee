package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.redis.Loads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The sealed statement of what a batch is: the full one for its party and the association, the
/// public copy for everyone else. Byte for byte as it was signed.
@RestController
@RequestMapping("/api/v1/batches/{id}/manifest")
class ManifestController {
  private static final MediaType JOSE = MediaType.parseMediaType("application/jose");

  private final Batches batches;
  private final Manifests manifests;
  private final Loads loads;

  ManifestController(Batches batches, Manifests manifests, Loads loads) {
    this.loads = loads;
    this.batches = batches;
    this.manifests = manifests;
  }

  /// @param alg `JWS` for the copy signed as a JWS, by the batch's own key where that can, `SM2`
  ///   for the same bytes signed by SM2
  @GetMapping
  ResponseEntity<Object> manifest(
      @AuthenticationPrincipal @Nullable Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "JWS") String alg) {
    Fields fields = new Fields();
    Form form = fields.choice("alg", alg, List.of(Form.values()));
    fields.check();
    Optional<Batch> batch = reading(caller, () -> batches.find(new BatchId(id)));
    boolean own = caller != null && batch.isPresent() && caller.maySee(batch.get().party());
    ManifestRow copies =
        batch
            .flatMap(found -> reading(caller, () -> manifests.find(found.id())))
            .orElseThrow(() -> missing(own));
    CacheControl cache =
        own ? CacheControl.noStore() : CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    return ResponseEntity.ok()
        .contentType(form == Form.JWS ? JOSE : MediaType.APPLICATION_JSON)
        .cacheControl(cache)
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .body(
            form == Form.JWS
                ? own ? copies.sealed() : copies.publicCopy()
                : manifests.bySm2(copies, own));
  }

  /// A stranger waits for the store a moment, and takes nobody else's place.
  private <T> T reading(@Nullable Caller caller, Supplier<T> reading) {
    return caller == null ? loads.now(reading) : reading.get();
  }

  private enum Form {
    JWS,
    SM2
  }

  private static Problem missing(boolean own) {
    return own
        ? IssueTexts.problem(ProblemKind.STATE_CONFLICT, "manifest.unsealed")
        : Problem.of(ProblemKind.NOT_FOUND);
  }
}
