package cn.zhenrong.product;

import cn.zhenrong.party.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The register of styles.
@Service
public class Styles {

  /// A style the caller may see.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found if there is none or it is another party's
  public Style get(Caller caller, StyleId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// A style whoever it belongs to, for the public answer.
  public Optional<Style> find(StyleId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Whether a style or variant with this GTIN is registered.
  public boolean existsGtin(cn.zhenrong.code.Gtin gtin) {
    throw new UnsupportedOperationException("not built yet");
  }
}
