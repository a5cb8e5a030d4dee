package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Sees to it that a GTIN stands on one style or variant only, and not on a style of somebody who
/// does not hold its company prefix.
@Component
class GtinOwners {
  private static final Texts TEXTS = Texts.beside(GtinOwners.class);

  private final StyleMapper mapper;
  private final Parties parties;

  GtinOwners(StyleMapper mapper, Parties parties) {
    this.mapper = mapper;
    this.parties = parties;
  }

  /// Notes in `fields` each GTIN that `party` may not use.
  ///
  /// @param gtins with the path of the field each came from
  void check(Fields fields, Map<Gtin, String> gtins, PartyId party) {
    if (gtins.isEmpty()) {
      return;
    }
    List<String> taken = mapper.takenGtins(digits(gtins));
    gtins.forEach((gtin, field) -> {
      if (isAnothers(gtin, party)) {
        fields.refuse(field, "gtin.other-holder", TEXTS.words("gtin.other-holder"));
      } else if (taken.contains(gtin.digits())) {
        fields.refuse(field, "gtin.in-use", TEXTS.words("gtin.in-use"));
      }
    });
  }

  /// Writes the GTINs down as taken by a style, in the caller's transaction.
  ///
  /// @throws Problem invalid-input if another request took one of them since the check
  void take(long style, Map<Gtin, String> gtins) {
    if (gtins.isEmpty()) {
      return;
    }
    try {
      Rows.exactly(gtins.size(), mapper.insertGtins(style, digits(gtins)));
    } catch (DuplicateKeyException e) {
      throw Problem.invalid("gtin", "gtin.in-use", TEXTS.words("gtin.in-use"));
    }
  }

  /// Gives GTINs of a style back, in the caller's transaction.
  void release(long style, Collection<Gtin> gtins) {
    if (!gtins.isEmpty()) {
      List<String> digits = gtins.stream().map(Gtin::digits).toList();
      Rows.exactly(digits.size(), mapper.deleteGtins(style, digits));
    }
  }

  private boolean isAnothers(Gtin gtin, PartyId party) {
    return parties
        .holderOfGtin(gtin.digits())
        .filter(holder -> !holder.id().equals(party))
        .isPresent();
  }

  private static List<String> digits(Map<Gtin, String> gtins) {
    return gtins.keySet().stream().map(Gtin::digits).toList();
  }
}
