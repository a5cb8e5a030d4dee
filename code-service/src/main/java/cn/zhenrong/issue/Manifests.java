package cn.zhenrong.issue;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Labels;
import cn.zhenrong.seal.Jws;
import cn.zhenrong.seal.Signer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Puts manifests together and signs them, and gives them out as they were written.
@Component
class Manifests {
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

  /// Both copies, signed by the batch's own key.
  ///
  /// @param edition of the rule set that decided
  ManifestRow sign(Batch batch, String edition, byte[] codesRoot) {
    Party party = parties.find(batch.party()).orElseThrow();
    Label label = labels.find(batch.label()).orElseThrow();
    Report report = reports.find(batch.report()).orElseThrow();
    Manifest manifest = new Manifest(batch, party, label.composition(), report, edition);
    byte[] sealed = signed(batch, manifest.sealed(codesRoot));
    return new ManifestRow(sealed, signed(batch, manifest.publicCopy(codesRoot, sealed)));
  }

  private byte[] signed(Batch batch, byte[] payload) {
    Signer signer = keys.signer(batch.slot());
    String jws = Jws.sign(signer, keys.kid(batch.slot()), Manifest.TYPE, payload);
    return jws.getBytes(StandardCharsets.US_ASCII);
  }
}
