package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.Patience;

/// An open batch of a maker nobody else uses.
record SealedBatch(Batch batch, Codes codes) {
  private static final String FIBRES =
      "[{'part':'大身','fibres':[{'fibre':'山羊绒','percent':'%s'},{'fibre':'绵羊毛','percent':'%s'}]}]";

  /// 50 pieces of one size, 30 of another.
  static SealedBatch of(Member maker, int port, Batches batches, Codes codes) throws Exception {
    return of(
        maker,
        port,
        batches,
        codes,
        "{'colour':'驼色','size':'M','quantity':50},{'colour':'驼色','size':'L','quantity':30}");
  }

  /// @param lines of the application
  static SealedBatch of(Member maker, int port, Batches batches, Codes codes, String lines)
      throws Exception {
    Api api = maker.api(port);
    String number = "L" + System.nanoTime();
    String style =
        made(
            api.post(
                "/api/v1/styles",
                ("{'styleNo':'%s','name':'圆领羊绒衫','markets':['CN'],'standard':'FZ/T 73009-2021',"
                        + "'safetyClass':'B','variants':[{'colour':'驼色','size':'M'},"
                        + "{'colour':'驼色','size':'L'}]}")
                    .formatted(number)));
    String label =
        made(
            api.post(
                "/api/v1/styles/" + style + "/labels",
                "{'parts':" + FIBRES.formatted("95", "5") + "}"));
    String report =
        made(
            api.post(
                "/api/v1/reports",
                ("{'number':'R-%s','lab':'江南试验检测中心','issuedOn':'2026-10-08',"
                        + "'method':'GB/T 16988-2013','basis':'official-regain','sampling':'drawn',"
                        + "'styleId':'%s','coversQuantity':200000,'parts':%s}")
                    .formatted(number, style, FIBRES.formatted("94.6", "5.4"))));
    String batch =
        made(
            api.post(
                "/api/v1/batches",
                "{'styleId':'%s','labelId':'%s','reportId':'%s','profile':'compact','lines':[%s]}"
                    .formatted(style, label, report, lines)));
    return new SealedBatch(whenOpen(api, batches, batch), codes);
  }

  private static Batch whenOpen(Api api, Batches batches, String id) {
    String path = "/api/v1/batches/" + id;
    Patience.until(path + " is open", () -> api.get(path).text("status").equals("OPEN"));
    return batches.find(new BatchId(Long.parseLong(id))).orElseThrow();
  }

  private static String made(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("id");
  }

  String id() {
    return batch.id().toString();
  }

  String path(String rest) {
    return "/api/v1/batches/" + batch.id() + "/" + rest;
  }

  /// The whole text of a label.
  String text(long sequence) {
    return codes.printedText(codes.at(batch, sequence));
  }

  String serial(long sequence) {
    return codes.at(batch, sequence).serial().text();
  }
}
