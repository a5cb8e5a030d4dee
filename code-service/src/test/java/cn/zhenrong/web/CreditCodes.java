package cn.zhenrong.web;

import java.util.concurrent.ThreadLocalRandom;

/// Credit codes nobody has, with a right check character (GB 32100-2015).
final class CreditCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private CreditCodes() {}

  static String fresh(int kind) {
    StringBuilder code = new StringBuilder().append(kind).append("330483TEST");
    code.setLength(8);
    while (code.length() < 17) {
      code.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
  }
}
