package cn.zhenrong.testing;

import cn.zhenrong.testing.Api.Answer;
import java.util.concurrent.ThreadLocalRandom;

/// What a maker registers before it may apply for codes: a style, its composition label and the
/// laboratory report behind it. Declared 95 % cashmere, measured 94.6 %.
public record Papers(Api maker, String style, String label, String report) {
  private static final String BATCHES = "/api/v1/batches";
  private static final String NO_GTIN = "null";

  /// Papers of a style without a GTIN, whose codes live under `/S/`.
  public static Papers of(Api maker) {
    return of(maker, 5000);
  }

  /// The same with a report for so many pieces.
  public static Papers of(Api maker, int pieces) {
    return register(maker, NO_GTIN, pieces);
  }

  /// Papers of a style whose codes live under `/01/{gtin}/21/`.
  public static Papers of(Api maker, String gtin) {
    return register(maker, "'" + gtin + "'", 5000);
  }

  private static Papers register(Api maker, String gtin, int pieces) {
    String number = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40));
    String style =
        made(
            maker.post(
                "/api/v1/styles",
                """
                {'styleNo':'K%s','name':'圆领羊绒衫','gtin':%s,'markets':['CN'],
                 'standard':'FZ/T 73009-2021','safetyClass':'B',
                 'care':['wash-hand','bleach-no','dry-flat','iron-110','dryclean-p'],
                 'variants':[{'colour':'驼色','size':'170/92A'}]}
                """
                    .formatted(number, gtin)));
    return new Papers(
        maker,
        style,
        made(maker.post("/api/v1/styles/" + style + "/labels", "{'text':'95%山羊绒 5%绵羊毛'}")),
        made(
            maker.post(
                "/api/v1/reports",
                """
                {'number':'R-%s','lab':'江南试验检测中心','issuedOn':'2026-10-08',
                 'method':'GB/T 16988-2013','basis':'official-regain','sampling':'submitted',
                 'styleId':'%s','coversQuantity':%d,
                 'parts':[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'94.6'},
                                                 {'fibre':'绵羊毛','percent':'5.4'}]}]}
                """
                    .formatted(number, style, pieces))));
  }

  /// The body of an application.
  ///
  /// @param profile `signed` or `compact`
  public String application(String profile, int quantity) {
    return """
    {'styleId':'%s','labelId':'%s','reportId':'%s','profile':'%s',
     'lines':[{'colour':'驼色','size':'170/92A','quantity':%d}]}
    """
        .formatted(style, label, report, profile, quantity);
  }

  /// Applies and waits until the codes are there.
  public IssuedBatch issue(String profile, int quantity) {
    String id = made(maker.post(BATCHES, application(profile, quantity)));
    Patience.until(
        "batch " + id + " is open",
        () -> maker.get(BATCHES + "/" + id).text("status").equals("OPEN"));
    return new IssuedBatch(maker, id);
  }

  private static String made(Answer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.text("id");
  }
}
