package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.Outcome;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.RawPart.RawShare;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// G6: whatever goes out of the house says the same content, because it is made from one record.
@ServiceTest
class SameCompositionIT {
  private static final String DECLARED = "大身：70%绵羊毛 25.5%山羊绒 4.5%桑蚕丝；罗纹：95%棉 5%氨纶";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Makers makers;
  @Autowired Conformity conformity;
  @LocalServerPort int port;

  @Test
  void everyOutputStatesTheSameContent() throws IOException {
    Api maker = makers.maker().api(port);
    String style = style(maker);
    Answer label = maker.post("/api/v1/styles/" + style + "/labels", "{'text':'" + DECLARED + "'}");
    IssuedBatch batch = issued(maker, style, label.text("id"));
    String serial = batch.rows().getFirst().serial();
    Api shopper = new Api(port, "").with("Accept", "application/json");
    String page = body(new Api(port, "").get("/scan/" + serial + "?lang=zh"));
    String english = body(new Api(port, "").get("/scan/" + serial + "?lang=en"));

    Map<String, Composition> outputs = new LinkedHashMap<>();
    outputs.put("label, JSON", read(label.json().path("parts"), "fibres", "fibre"));
    outputs.put("label, Chinese", Composition.parse(label.json().at("/text/zh").asString()));
    outputs.put("label, English", Composition.parse(label.json().at("/text/en").asString()));
    outputs.put("code file", Composition.parse(column(batch)));
    String tag = text(maker, batch.path("labels.pdf") + "?from=1&count=1");
    outputs.put("hang tag", between(tag, "纤维成份", "款号"));
    String care = text(maker, batch.path("care-labels.pdf") + "?from=1&count=1");
    String card = text(maker, batch.path("card.pdf"));
    String form =
        text(maker, "/api/v1/styles/" + style + "/order-form.pdf?labelId=" + label.text("id"));
    outputs.put("care label", between(care, "纤维成份", "号型"));
    outputs.put("card", between(card, "标注成份", "检验结果"));
    outputs.put("order form", between(form, "纤维成份", "订货数量"));
    outputs.put("manifest", manifest(new Api(port, "").get(batch.path("manifest"))));
    outputs.put(
        "public JSON",
        read(shopper.get("/api/v1/codes/" + serial).json().path("composition"), "fibres", "fibre"));
    outputs.put("page", page(page));
    // There a part is named in English with the label's own name behind it.
    assertThat(english).contains("body (大身)", "rib (罗纹)");
    outputs.put("page in English", page(english.replaceAll("(?:body|rib) \\((大身|罗纹)\\)", "$1")));

    Composition record = Composition.parse(DECLARED);
    outputs.forEach((name, output) -> {
      assertThat(output).as(name).isEqualTo(record);
      assertThat(conformity.compare("GB/T 29862-2013", record, output))
          .as(name)
          .allMatch(part -> part.outcome() == Outcome.PASS);
    });
    assertThat(page).contains("检验报告测得山羊绒含量不低于 25.1%");
    // The card says of each part what the page says of it, and never more than was tested.
    for (String verdict : List.of("绵羊毛标 70，检验报告 70.4，在 GB/T 29862-2013 允差内", "棉标 95，检验报告 ")) {
      assertThat(plain(card)).contains(plain(verdict));
      assertThat(plain(page)).contains(plain(verdict));
    }
    assertThat(card).contains("来样", "检验结果仅对来样负责").doesNotContain("合规", "合格", serial);
    assertThat(english).contains("The report finds at least 25.1 % cashmere");
  }

  private static String style(Api maker) {
    return id(
        maker.post(
            "/api/v1/styles",
            """
            {'styleNo':'G%d','name':'混纺开衫','standard':'FZ/T 73018-2021','safetyClass':'B',
             'care':['wash-hand','bleach-no','dry-flat','iron-110','dryclean-p'],
             'variants':[{'colour':'驼色','size':'170/92A'}]}
            """
                .formatted(System.nanoTime())));
  }

  private static IssuedBatch issued(Api maker, String style, String label) {
    // Results no other run has sent: a repeat would ask for a second person.
    int few = ThreadLocalRandom.current().nextInt(250);
    String report =
        id(
            maker.post(
                "/api/v1/reports",
                """
                {'number':'R-%d','lab':'江南试验检测中心','issuedOn':'2026-10-08',
                 'method':'GB/T 16988-2013、GB/T 2910.11','basis':'official-regain',
                 'sampling':'submitted','styleId':'%s','coversQuantity':50,'parts':[
                 {'part':'大身','fibres':[{'fibre':'绵羊毛','percent':'70.4'},
                  {'fibre':'山羊绒','percent':'25.1'},{'fibre':'桑蚕丝','percent':'4.5'}]},
                 {'part':'罗纹','fibres':[{'fibre':'棉','percent':'%s'},
                  {'fibre':'氨纶','percent':'%s'}]}]}
                """
                    .formatted(
                        System.nanoTime(),
                        style,
                        BigDecimal.valueOf(9500 - few, 2),
                        BigDecimal.valueOf(500 + few, 2))));
    Answer applied =
        maker.post(
            "/api/v1/batches",
            """
            {'styleId':'%s','labelId':'%s','reportId':'%s','profile':'signed',
             'lines':[{'colour':'驼色','size':'170/92A','quantity':2}]}
            """
                .formatted(style, label, report));
    String id = id(applied);
    Patience.until(
        "batch " + id + " is open",
        () -> maker.get("/api/v1/batches/" + id).text("status").equals("OPEN"));
    return new IssuedBatch(maker, id);
  }

  private static String column(IssuedBatch batch) {
    String csv = body(batch.maker().get(batch.path("codes.csv")));
    List<String> head = List.of(csv.lines().findFirst().orElseThrow().split(",", -1));
    return csv.lines()
        .skip(1)
        .findFirst()
        .orElseThrow()
        .split(",", -1)[head.indexOf("composition")];
  }

  private static String text(Api maker, String path) throws IOException {
    Answer answer = maker.get(path);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// The lines of a printed paper between two of its own words.
  private static Composition between(String text, String heading, String next) {
    int start = text.indexOf(heading) + heading.length();
    String lines = text.substring(start, text.indexOf(next, start));
    try {
      return Composition.parse(lines);
    } catch (Problem problem) {
      throw new AssertionError(lines, problem);
    }
  }

  private static Composition manifest(Answer answer) {
    String jws = body(answer);
    byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.", 3)[1]);
    return read(JSON.readTree(payload).path("parts"), "fibres", "fibre");
  }

  private static Composition read(JsonNode parts, String fibres, String name) {
    List<RawPart> raw = new ArrayList<>();
    for (JsonNode part : parts) {
      List<@Nullable RawShare> shares = new ArrayList<>();
      for (JsonNode share : part.path(fibres)) {
        shares.add(new RawShare(share.path(name).asString(), share.path("percent").asString()));
      }
      raw.add(new RawPart(part.path("part").asString(), shares, null));
    }
    return Composition.of(raw);
  }

  /// The large lines of the page, as a reader sees them.
  private static Composition page(String html) {
    StringBuilder text = new StringBuilder();
    Matcher part =
        Pattern.compile("(?s)<h3><bdi>(.*?)</bdi></h3>\\s*<p class=\"fibres num\">(.*?)</p>")
            .matcher(html);
    while (part.find()) {
      text.append(part.group(1)).append('：');
      text.append(part.group(2).replaceAll("<[^>]*>", "")).append('；');
    }
    return Composition.parse(text.toString());
  }

  /// Without tags and without the spaces a break of line may take or leave.
  private static String plain(String text) {
    return text.replaceAll("<[^>]*>", "").replaceAll("\\s+", "");
  }

  private static String body(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.text("id");
  }
}
