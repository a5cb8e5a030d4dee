package cn.zhenrong.lookup;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.issue.Code;
import cn.zhenrong.product.Style;

/// What an identifier stands for.
sealed interface Identified {
  /// The page to go to, a path without a query.
  String page();

  /// The identifier's own path, as its anchor ends.
  String path();

  /// One garment.
  record Item(Code code) implements Identified {
    @Override
    public String page() {
      return "/scan/" + code.serial().text();
    }

    @Override
    public String path() {
      return code.path();
    }
  }

  /// All garments of a GTIN: the landing page, where the serial on the label can be typed.
  record Product(Gtin gtin, Style style) implements Identified {
    @Override
    public String page() {
      return "/";
    }

    @Override
    public String path() {
      return "/01/" + gtin;
    }
  }
}
