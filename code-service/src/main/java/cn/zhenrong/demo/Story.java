package cn.zhenrong.demo;

import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The demo as `story.json` tells it.
record Story(List<PartyStory> parties, List<LabStory> labs, List<Garment> garments) {

  record PartyStory(
      String kind,
      String name,
      String creditCode,
      String address,
      String phone,
      @Nullable String gtinPrefix,
      List<PersonStory> people) {}

  record PersonStory(String login, String name, String role, String apiKey) {}

  record LabStory(String name, List<MarkStory> accreditations) {}

  record MarkStory(String mark, String certificate, String validFrom, String validUntil) {}

  /// @param approvedBecause the association's reason, if a REVIEW was approved
  record Garment(
      Words story,
      String maker,
      StyleStory style,
      @Nullable PhotoStory photo,
      LabelStory label,
      ReportStory report,
      BatchStory batch,
      @Nullable String approvedBecause,
      List<LifeStory> life,
      @Nullable HoldStory hold) {}

  record StyleStory(
      String styleNo,
      String name,
      @Nullable String gtin,
      List<String> markets,
      @Nullable String standard,
      @Nullable String safetyClass,
      List<VariantStory> variants) {}

  /// @param yarn its colour, six hexadecimal digits
  record PhotoStory(DemoPhoto.Neck neck, String yarn) {}

  record VariantStory(String colour, String size, @Nullable String gtin) {}

  record LabelStory(String text) {}

  /// @param daysAgo age of the report when the demo is loaded
  record ReportStory(
      String number,
      String lab,
      int daysAgo,
      String method,
      String basis,
      String sampling,
      long coversQuantity,
      List<RawPart> parts) {}

  record BatchStory(String externalNo, String profile, List<LineStory> lines) {}

  record LineStory(String colour, String size, long quantity) {}

  /// One thing that happened; sequence numbers count from 1.
  record LifeStory(
      @Nullable List<Long> activate,
      @Nullable Long voided,
      @Nullable Long replace,
      @Nullable String reason) {}

  record HoldStory(String reason, boolean recall) {}
}
