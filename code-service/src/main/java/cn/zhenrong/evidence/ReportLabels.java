package cn.zhenrong.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The headings of a Chinese test report and what stands beside them.
///
/// Headings are printed in many ways: `报告编号：A1`, `报 告 编 号 A1`, two or three on one line. A value
/// ends where the next heading begins.
final class ReportLabels {
  /// Headings by the field they fill; empty for one that only ends the value before it.
  private static final Map<String, List<String>> HEADINGS =
      Map.ofEntries(
          Map.entry("number", List.of("检验报告编号", "检测报告编号", "报告编号", "报告号", "Report No", "No", "编号")),
          Map.entry("lab", List.of("检验机构", "检测机构", "检验单位", "检测单位", "承检单位")),
          Map.entry(
              "issuedOn",
              List.of("签发日期", "批准日期", "报告日期", "签发时间", "发布日期", "Date of issue", "Issue date")),
          Map.entry("method", List.of("检验方法", "检测方法", "试验方法")),
          Map.entry("basis.method", List.of("检验依据", "检测依据", "判定依据")),
          Map.entry("sampling", List.of("检验类别", "检测类别", "检验类型", "样品来源")),
          Map.entry("sample.description", List.of("样品名称", "产品名称", "品名")),
          Map.entry("sample.styleNo", List.of("货号", "款号")),
          Map.entry("sample.takenOn", List.of("抽样日期", "送样日期", "来样日期", "送检日期")),
          Map.entry("lot", List.of("生产批号", "批号", "批次", "生产日期")),
          Map.entry(
              "",
              List.of(
                  "委托单位", "送检单位", "生产单位", "受检单位", "制造商", "地址", "电话", "商标", "规格型号", "规格", "型号", "颜色",
                  "等级", "样品数量", "样品状态", "安全类别", "收样日期", "到样日期", "检验日期", "检测日期", "检验项目", "检测项目",
                  "检验结论", "检测结论", "结论", "批准", "审核", "主检", "编制", "备注", "签发", "标准要求", "检验结果", "单项判定",
                  "纤维含量", "页", "抽样单位", "抽样人")));

  /// A heading's text as it was looked for, and the field it stands for.
  private record Heading(String field, String name) {}

  /// What stands beside a heading.
  ///
  /// @param heading without spaces
  record Beside(String field, String heading, String value) {}

  private static final List<Heading> ALL =
      HEADINGS.entrySet().stream()
          .flatMap(
              entry -> entry.getValue().stream().map(name -> new Heading(entry.getKey(), name)))
          .sorted(Comparator.comparing((Heading heading) -> -heading.name().length()))
          .toList();
  private static final Pattern ANY = Pattern.compile(pattern(), Pattern.CASE_INSENSITIVE);

  private ReportLabels() {}

  /// Every heading on a line with its value, which may be empty.
  static List<Beside> on(String line) {
    List<Beside> found = new ArrayList<>();
    Matcher matcher = ANY.matcher(line);
    Heading heading = null;
    int from = 0;
    while (matcher.find()) {
      if (heading != null) {
        found.add(beside(heading, line.substring(from, matcher.start())));
      }
      heading = heading(matcher.group());
      from = matcher.end();
    }
    if (heading != null) {
      found.add(beside(heading, line.substring(from)));
    }
    return found;
  }

  private static Beside beside(Heading heading, String value) {
    return new Beside(heading.field(), heading.name(), value.strip());
  }

  private static Heading heading(String found) {
    String plain = found.replaceAll("[\\s:：.]+", "").toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(h -> h.name().replace(" ", "").toLowerCase(Locale.ROOT).equals(plain))
        .findFirst()
        .orElseThrow();
  }

  /// At the beginning or after a space or a bracket; spaces between the signs do not count; then a
  /// colon, a space or the end.
  private static String pattern() {
    return ALL.stream()
        .map(heading ->
            heading
                .name()
                .replace(" ", "")
                .chars()
                .mapToObj(c -> Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining("\\s{0,12}")))
        .collect(
            Collectors.joining("|", "(?<![^\\s(（/])(?:", ")(?:\\s*[.]?\\s*[:：]|[.]?(?=\\s|$))"));
  }
}
