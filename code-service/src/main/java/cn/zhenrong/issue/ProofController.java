package cn.zhenrong.issue;

import cn.zhenrong.code.Serial;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The proof that a code is one of those its batch's manifest was sealed over, for anyone. It never
/// changes, and it says nothing about what became of the code.
@RestController
class ProofController {
  private final Proofs proofs;

  ProofController(Proofs proofs) {
    this.proofs = proofs;
  }

  /// @throws Problem never-issued for anything that is not a code of ours
  @GetMapping("/api/v1/codes/{serial}/proof")
  ResponseEntity<Proof> proof(@PathVariable String serial) throws InterruptedException {
    Serial read = Serial.read(serial).orElseThrow(() -> Problem.of(ProblemKind.NEVER_ISSUED));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(proofs.of(read));
  }
}
