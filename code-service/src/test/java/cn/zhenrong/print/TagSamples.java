package cn.zhenrong.print;

import cn.zhenrong.print.TagContent.Claims;
import cn.zhenrong.print.TagContent.Garment;
import cn.zhenrong.print.TagContent.Mark;
import java.util.List;

/// Hang tags with invented makers, laboratories and codes.
final class TagSamples {
  static final String SIGNED =
      "https://ZR.EXAMPLE.CN/01/09521234543213/21/0D26K7YTY8GVZYWZ?S=WS95WO5."
          + "01234567890123456789012345678901234567890123456789012345678901234567890123456789"
          + "0123456789012345678901234567890123456789012345678901234567890123456789012345";
  static final String COMPACT = "https://ZR.EXAMPLE.CN/01/09521234543213/21/0D26K7YTY8GVZYWZ";
  static final List<String> ONE_PART = List.of("95%山羊绒 5%绵羊毛");
  static final List<String> TWO_PARTS = List.of("大身：95%山羊绒 5%绵羊毛", "罗纹：98%山羊绒 2%氨纶");
  static final List<String> THREE_PARTS =
      List.of("大身：45.5%绵羊毛 29.5%锦纶 20%粘纤 5%山羊绒", "里料：100%聚酯纤维", "罗纹：60%绵羊毛 38%锦纶 2%氨纶");

  private TagSamples() {}

  static TagContent plain() {
    return of("圆领羊绒衫", TWO_PARTS, SIGNED);
  }

  static TagContent of(String name, List<String> composition, String text) {
    Garment garment = new Garment(name, "K2601", "驼色", "170/92A", "桐乡市云栖羊绒服饰有限公司");
    Claims claims = new Claims("FZ/T 73009-2021", "GB 18401-2010 B类", "WT2026-108833", "濮院毛针织检测中心");
    return new TagContent(garment, composition, claims, mark(text));
  }

  /// Every field about as long as they get in the trade.
  static TagContent full() {
    Garment garment =
        new Garment(
            "精纺山羊绒高领宽松长款提花开衫连衣裙",
            "ZR26AW-K2601-07B",
            "雾霾蓝/燕麦白拼色",
            "175/100A (XL)",
            "内蒙古自治区鄂尔多斯市东胜区云上草原羊绒纺织品股份有限公司");
    Claims claims =
        new Claims(
            "FZ/T 73018-2021 优等品", "GB 18401-2010 B类", "ZFJ-WT-2026-108833", "国家羊绒质检中心（内蒙古）");
    return new TagContent(garment, THREE_PARTS, claims, mark(SIGNED));
  }

  static Mark mark(String text) {
    return new Mark("0D26-K7YT-Y8GV-ZYWZ", 128, Symbol.of(text));
  }
}
