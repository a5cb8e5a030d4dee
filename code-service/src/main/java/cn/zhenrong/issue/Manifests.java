package cn.zhenrong.issue;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.keys.SigningKey;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Labels;
import cn.zhenrong.seal.Jws;
import cn.zhenrong.seal.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts manifests together and signs them, and gives them out as they were written.
@Component
public class Manifests {
  private final SealMapper mapper;
  private final Parties parties;
  private final Labels labels;
  private final Reports reports;
  private final Keys keys;

  Manifests(SealMapper mapper, Parties parties, Labels labels, Reports reports, Keys keys) {
    this.mapper = mapper;
    this.parties = parties;
    this.labels = labels;
    this.reports = reports;
    this.keys = keys;
  }

  Optional<ManifestRow> find(BatchId id) {
    return Optional.ofNullable(mapper.manifest(id.value()));
  }

  /// The copy for everyone, byte for byte as it is published; empty until the batch is sealed.
  public Optional<byte[]> publicCopy(BatchId id) {
    return find(id).map(ManifestRow::publicCopy);
  }

  /// A copy with its SM2 signature.
  ///
  /// @param own whether the full copy is meant
  /// @throws Problem not-found if the installation had no SM2 key when the batch was sealed
  Sm2Manifest bySm2(ManifestRow row, boolean own) {
    byte[] signature = own ? row.sm2Sealed() : row.sm2Public();
    if (row.sm2Slot() == null || signature == null) {
      throw IssueTexts.problem(ProblemKind.NOT_FOUND, "manifest.no-sm2");
    }
    byte[] jws = own ? row.sealed() : row.publicCopy();
    return Sm2Manifest.of(
        new String(jws, StandardCharsets.US_ASCII),
        signature,
        row.sm2Slot(),
        keys.kid(row.sm2Slot()));
  }

  /// Whether this instance has the keys that sign the manifest of a batch of this slot.
  boolean canSign(int slot) {
    return keys.holds(slot) && keys.manifestKey(slot).isPresent();
  }

  /// Both copies as JWS, signed by the batch's own key where that has a JWS name, and by SM2 if
  /// there is such a key.
  ///
  /// @param edition of the rule set that decided
  ManifestRow sign(Batch batch, String edition, byte[] codesRoot) {
    Party party = parties.find(batch.party()).orElseThrow();
    Label label = labels.find(batch.label()).orElseThrow();
    Report report = reports.find(batch.report()).orElseThrow();
    int jwsSlot = keys.manifestKey(batch.slot()).orElseThrow().slot();
    Manifest manifest = new Manifest(batch, party, label.composition(), report, edition, jwsSlot);
    byte[] full = manifest.sealed(codesRoot);
    byte[] sealed = signed(jwsSlot, full);
    byte[] some = manifest.publicCopy(codesRoot, sealed);
    byte[] publicCopy = signed(jwsSlot, some);
    Integer slot = keys.sm2Key(batch.slot()).map(SigningKey::slot).orElse(null);
    if (slot == null) {
      return new ManifestRow(sealed, publicCopy, null, null, null);
    }
    Signer sm2 = keys.signer(slot);
    return new ManifestRow(sealed, publicCopy, slot, sm2.sign(full), sm2.sign(some));
  }

  private byte[] signed(int slot, byte[] payload) {
    String jws = Jws.sign(keys.signer(slot), keys.kid(slot), Manifest.TYPE, payload);
    return jws.getBytes(StandardCharsets.US_ASCII);
  }
}
