package cn.zhenrong.issue;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Patience;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/// A registered style with a label and a report, ready to apply for codes.
record Garment(Api maker, String style, String label, String report) {
  static final String PATH = "/api/v1/batches";
  static final String TWO_VARIANTS =
      "[{'colour':'驼色','size':'170/92A'},{'colour':'=红,\\\"浅\\\"','size':'175/96A'}]";

  /// Declared and measured pure cashmere: the gate opens. Pure results are no sign of a report used
  /// twice, so many tests can have the same.
  static Garment passing(Api maker, long covers) {
    return of(maker, "100%山羊绒", shares("100.0"), covers);
  }

  /// Declared pure cashmere, measured next to none.
  static Garment failing(Api maker) {
    return of(maker, "100%山羊绒", shares("2.0"), 5000);
  }

  /// A report whose number another maker has used too: a second person must look.
  static Garment doubtful(Api maker, Api other) {
    String number = "R-" + ThreadLocalRandom.current().nextLong(1L << 40);
    of(other, number, "100%山羊绒", shares("100.0"), 5000);
    return of(maker, number, "100%山羊绒", shares("100.0"), 5000);
  }

  static Garment of(Api maker, String label, String measured, long covers) {
    return of(
        maker, "R-" + ThreadLocalRandom.current().nextLong(1L << 40), label, measured, covers);
  }

  private static Garment of(
      Api maker, String reportNumber, String label, String measured, long covers) {
    String number = "K" + ThreadLocalRandom.current().nextLong(1L << 40);
    String style =
        id(
            maker.post(
                "/api/v1/styles",
                ("{'styleNo':'%s','name':'圆领羊绒衫','standard':'FZ/T 73009-2021','variants':"
                        + TWO_VARIANTS
                        + "}")
                    .formatted(number)));
    String labelId =
        id(maker.post("/api/v1/styles/" + style + "/labels", "{'text':'" + label + "'}"));
    String report =
        id(
            maker.post(
                "/api/v1/reports",
                """
                {'number':'%s','lab':'江南试验检测中心','issuedOn':'2026-10-08','method':'GB/T 16988-2013',
                 'basis':'official-regain','sampling':'submitted','styleId':'%s','coversQuantity':%d,
                 'parts':[{'part':'大身','fibres':%s}]}
                """
                    .formatted(reportNumber, style, covers, measured)));
    return new Garment(maker, style, labelId, report);
  }

  /// So much cashmere, the rest wool.
  static String shares(String cashmere) {
    BigDecimal rest = new BigDecimal("100").subtract(new BigDecimal(cashmere));
    String wool =
        rest.signum() == 0 ? "" : ",{'fibre':'绵羊毛','percent':'" + rest.toPlainString() + "'}";
    return "[{'fibre':'山羊绒','percent':'" + cashmere + "'}" + wool + "]";
  }

  /// The body of an application for one line of the first variant.
  String body(String quantity, String more) {
    return bodyOf("[{'colour':'驼色','size':'170/92A','quantity':" + quantity + "}]", more);
  }

  String bodyOf(String lines, String more) {
    return "{'styleId':'%s','labelId':'%s','reportId':'%s','lines':%s%s}"
        .formatted(style, label, report, lines, more);
  }

  /// The body of an application for garments of the first variant and spare labels for them.
  String withSpares(long quantity, long spares) {
    return bodyOf(
        "[{'colour':'驼色','size':'170/92A','quantity':" + quantity + ",'spares':" + spares + "}]",
        "");
  }

  /// Applies so many times at once.
  List<Answer> applyAtOnce(int times, String body) throws InterruptedException {
    Callable<Answer> call = () -> apply(body);
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      return threads.invokeAll(Collections.nCopies(times, call)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  Answer apply(String body) {
    return maker.post(PATH, body);
  }

  /// Applies and waits until the batch is open.
  String openBatch(String body) {
    Answer made = apply(body);
    if (made.status() != 201) {
      throw new IllegalStateException(made.toString());
    }
    return awaitOpen(made.text("id"));
  }

  String awaitOpen(String id) {
    Patience.until(
        "batch " + id + " is open", () -> maker.get(PATH + "/" + id).text("status").equals("OPEN"));
    return id;
  }

  private static String id(Answer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.text("id");
  }
}
