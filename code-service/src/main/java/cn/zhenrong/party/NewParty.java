package cn.zhenrong.party;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organisation as it asks to be registered; nothing here is trusted yet.
public record NewParty(
    @Nullable String kind,
    @Nullable String name,
    @Nullable String creditCode,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String gtinPrefix) {
  private static final Texts TEXTS = Texts.beside(NewParty.class);

  PartyRow row(long id, boolean demo, Instant now) {
    Fields fields = new Fields();
    PartyKind checkedKind = fields.choice("kind", kind, List.of(PartyKind.values()));
    String checkedName = fields.text("name", name, 200);
    CreditCode code = fields.read("creditCode", () -> CreditCode.read(creditCode));
    String checkedAddress = fields.text("address", address, 300);
    String checkedPhone = fields.optionalText("phone", phone, 40);
    if (checkedPhone != null && !checkedPhone.matches("[0-9+() -]{5,40}")) {
      fields.refuse("phone", "phone", TEXTS.words("phone"));
    }
    String prefix = fields.optionalText("gtinPrefix", gtinPrefix, 12);
    if (prefix != null && !prefix.matches("[0-9]{4,12}")) {
      fields.refuse("gtinPrefix", "gtin-prefix", TEXTS.words("gtin-prefix"));
    }
    fields.check();
    return new PartyRow(
        id,
        checkedKind.name(),
        checkedName,
        code == null ? "" : code.text(),
        checkedAddress,
        checkedPhone,
        prefix,
        demo,
        now);
  }
}
