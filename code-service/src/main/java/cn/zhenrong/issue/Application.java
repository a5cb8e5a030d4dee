package cn.zhenrong.issue;

import cn.zhenrong.code.Profile;
import cn.zhenrong.code.Statement;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;
import cn.zhenrong.seal.CanonicalJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An application whose every reference and line was checked.
///
/// @param statement of the main part; null only for profile `compact`
record Application(
    Style style,
    Label label,
    Report report,
    Profile profile,
    @Nullable Statement statement,
    List<Line> lines,
    @Nullable String externalNo) {

  /// Codes, spares included.
  long count() {
    return lines.stream().mapToLong(Line::codes).sum();
  }

  long garments() {
    return lines.stream().mapToLong(Line::quantity).sum();
  }

  /// SHA-256 over everything that makes the application what it is, so that two of the same number
  /// can be told apart.
  byte[] digest() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("style", style.id().toString());
    content.put("label", label.id().toString());
    content.put("report", report.id().toString());
    content.put("profile", profile.word());
    content.put(
        "lines",
        lines.stream()
            .map(l -> List.<Object>of(l.colour(), l.size(), l.quantity(), l.spares()))
            .toList());
    try {
      return MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
