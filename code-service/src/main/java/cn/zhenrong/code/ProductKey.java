package cn.zhenrong.code;

/// What the identifier path says about the product: its GTIN, or nothing (code-format §2).
public sealed interface ProductKey {
  /// The first element of the path, also the type written into manifests and tables: `01` or `S`.
  String type();

  /// The key within its type: 14 digits for `01`, empty for `S`.
  String key();

  /// The path up to the serial, with a slash at both ends, such as `/01/09521234543213/21/`.
  String stem();

  /// The path of one code, such as `/01/09521234543213/21/7K3M9XQ2V5TAB8R8`.
  default String path(Serial serial) {
    return stem() + serial.text();
  }

  /// A product with a GTIN.
  static ProductKey of(Gtin gtin) {
    return new TradeItem(gtin);
  }

  /// A product without a GTIN.
  static ProductKey none() {
    return new NoKey();
  }

  /// The key that was stored as type and key.
  ///
  /// @throws IllegalArgumentException for a type that does not exist
  static ProductKey of(String type, String key) {
    return switch (type) {
      case TradeItem.TYPE -> new TradeItem(new Gtin(key));
      case NoKey.TYPE -> new NoKey();
      default -> throw new IllegalArgumentException("no such type of product key");
    };
  }

  /// A GTIN: a GS1 Digital Link path.
  record TradeItem(Gtin gtin) implements ProductKey {
    static final String TYPE = "01";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String key() {
      return gtin.digits();
    }

    @Override
    public String stem() {
      return "/01/" + gtin.digits() + "/21/";
    }
  }

  /// No GTIN: the serial alone, for workshops without a company prefix.
  record NoKey() implements ProductKey {
    static final String TYPE = "S";

    @Override
    public String type() {
      return TYPE;
    }

    @Override
    public String key() {
      return "";
    }

    @Override
    public String stem() {
      return "/S/";
    }
  }
}
