package cn.zhenrong.fibre;

import cn.zhenrong.problem.FieldProblem;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the fibres of one part into the fields of the whole request.
final class SharesReader {
  static final int MOST_FIBRES = 20;

  private final Strictness strictness;
  private final Fields fields;
  private final String path;
  private final List<Share> shares = new ArrayList<>();
  private final List<Fibre> seen = new ArrayList<>();
  private boolean sound = true;

  /// @param path of the list of fibres, such as `[0].fibres`
  SharesReader(Strictness strictness, Fields fields, String path) {
    this.strictness = strictness;
    this.fields = fields;
    this.path = path;
  }

  /// The shares that could be read, in the order given; whatever is wrong is noted.
  List<Share> read(@Nullable List<? extends RawPart.@Nullable RawShare> raw) {
    if (raw == null || raw.isEmpty()) {
      refuse("", "composition.empty", "composition.part-empty");
    } else if (raw.size() > MOST_FIBRES) {
      refuse("", "composition.too-many-fibres", "composition.too-many-fibres", MOST_FIBRES);
    } else {
      for (int j = 0; j < raw.size(); j++) {
        share(j, raw.get(j));
      }
      checkSum();
    }
    return shares;
  }

  private void share(int j, RawPart.@Nullable RawShare raw) {
    Fibre fibre = fibre(j, raw == null ? null : raw.fibre());
    BigDecimal percent = percent(j, raw == null ? null : raw.percent());
    if (fibre == null) {
      return;
    }
    if (seen.contains(fibre)) {
      refuse(j, ".fibre", "composition.duplicate-fibre");
    }
    seen.add(fibre);
    if (percent != null) {
      shares.add(new Share(fibre, percent));
    }
  }

  private @Nullable Fibre fibre(int j, @Nullable String name) {
    if (name == null || name.isBlank()) {
      refuse(j, ".fibre", "fibre.missing");
      return null;
    }
    try {
      return strictness.fibre(name);
    } catch (Problem problem) {
      sound = false;
      for (FieldProblem field : problem.fields()) {
        fields.refuse(path + "[" + j + "].fibre", field.code(), field.words());
      }
      return null;
    }
  }

  private @Nullable BigDecimal percent(int j, @Nullable String text) {
    // Eight signs are read at most; folding and trimming a few more is kind to what is pasted.
    BigDecimal percent =
        text == null || text.length() > 20 ? null : Percents.read(Folded.nfkc(text).strip());
    if (percent == null) {
      refuse(j, ".percent", "percent.syntax");
    } else if (!strictness.isInRange(percent)) {
      refuse(j, ".percent", "percent.range");
    } else if (!strictness.hasFewDecimals(percent)) {
      refuse(j, ".percent", "composition.decimals");
    } else {
      return percent;
    }
    return null;
  }

  /// A sum is only told where every single value is right: otherwise it would mislead.
  private void checkSum() {
    if (!sound) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Share share : shares) {
      sum = sum.add(share.percent());
    }
    if (strictness.isWhole(sum)) {
      return;
    }
    if (strictness == Strictness.REPORT) {
      refuse("", "measured.sum", "measured.sum");
      return;
    }
    BigDecimal missing = Percents.HUNDRED.subtract(sum);
    String key = missing.signum() > 0 ? "composition.sum.short" : "composition.sum.over";
    refuse("", "composition.sum", key, Percents.plain(missing.abs()));
  }

  private void refuse(int j, String member, String code) {
    String key =
        code.equals("percent.range") || code.equals("composition.decimals")
            ? strictness.key(code)
            : code;
    refuse("[" + j + "]" + member, code, key);
  }

  private void refuse(String where, String code, String key, Object... arguments) {
    sound = false;
    fields.refuse(path + where, code, FibreTexts.words(key, arguments));
  }
}
