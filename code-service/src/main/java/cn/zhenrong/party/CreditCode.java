package cn.zhenrong.party;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// 统一社会信用代码: 18 characters whose last one checks the others (GB 32100-2015, 4.2 and annex).
record CreditCode(String text) {
  private static final Texts TEXTS = Texts.beside(CreditCode.class);
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  CreditCode {
    if (text.length() != LENGTH || !isChecked(text)) {
      throw Problem.invalid("", "credit-code", TEXTS.words("credit-code"));
    }
  }

  static CreditCode read(@Nullable String typed) {
    return new CreditCode(typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT));
  }

  private static boolean isChecked(String text) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.indexOf(text.charAt(LENGTH - 1)) == (31 - sum % 31) % 31;
  }
}
