package cn.zhenrong.issue;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import java.util.concurrent.ThreadLocalRandom;

/// A registered style with a label and a report, ready to apply for codes.
record Garment(Api maker, String style, String label, String report) {
  static final String PATH = "/api/v1/batches";
  static final String TWO_VARIANTS =
      "[{'colour':'驼色','size':'170/92A'},{'colour':'=红,\\\"浅\\\"','size':'175/96A'}]";

  /// Declared 95 % cashmere, measured 94.6 %.
  static Garment passing(Api maker, long covers) {
    return of(maker, "95%山羊绒 5%绵羊毛", "94.6", "5.4", covers);
  }

  /// Declared 95 % cashmere, measured next to none.
  static Garment failing(Api maker) {
    return of(maker, "95%山羊绒 5%绵羊毛", "2.0", "98.0", 5000);
  }

  static Garment of(Api maker, String label, String cashmere, String wool, long covers) {
    String number = "K" + ThreadLocalRandom.current().nextLong(1L << 40);
    String style =
        id(
            maker.post(
                "/api/v1/styles",
                ("{'styleNo':'%s','name':'圆领羊绒衫','standard':'FZ/T 73009-2021','variants':"
                        + TWO_VARIANTS
                        + "}")
                    .formatted(number)));
    return new Garment(
        maker,
        style,
        id(maker.post("/api/v1/styles/" + style + "/labels", "{'text':'" + label + "'}")),
        report(maker, style, cashmere, wool, covers));
  }

  static String report(Api maker, String style, String cashmere, String wool, long covers) {
    return id(
        maker.post(
            "/api/v1/reports",
            """
            {'number':'R-%s','lab':'江南试验检测中心','issuedOn':'2026-10-08','method':'GB/T 16988-2013',
             'basis':'official-regain','sampling':'submitted','styleId':'%s','coversQuantity':%d,
             'parts':[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'%s'},{'fibre':'绵羊毛','percent':'%s'}]}]}
            """
                .formatted(
                    ThreadLocalRandom.current().nextLong(1L << 40),
                    style,
                    covers,
                    cashmere,
                    wool)));
  }

  /// The body of an application for one line of the first variant.
  String body(String quantity, String more) {
    return bodyOf("[{'colour':'驼色','size':'170/92A','quantity':" + quantity + "}]", more);
  }

  String bodyOf(String lines, String more) {
    return "{'styleId':'%s','labelId':'%s','reportId':'%s','lines':%s%s}"
        .formatted(style, label, report, lines, more);
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
    for (int i = 0; i < 600; i++) {
      if (maker.get(PATH + "/" + id).text("status").equals("OPEN")) {
        return id;
      }
      pause();
    }
    throw new IllegalStateException("not open after a minute: " + maker.get(PATH + "/" + id));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String id(Answer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.text("id");
  }
}
