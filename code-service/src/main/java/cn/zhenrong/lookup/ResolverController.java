package cn.zhenrong.lookup;

import cn.zhenrong.code.DigitalLink;
import cn.zhenrong.code.EpcTag;
import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lookup.Identified.Item;
import cn.zhenrong.lookup.Identified.Product;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/// The identifier paths: a GS1-Conformant Resolver 1.2.1 for key 01, and the same answers for
/// products without a GTIN under `/S/`. What is badly written answers 400, what was never issued
/// 404 here and without a redirect, everything else as [Resolution] says.
@Controller
class ResolverController {
  /// A serial as people type it, which is more than GS1 lets stand there (code-format §1).
  private static final Pattern TYPED = Pattern.compile("(/01/[^/]+/21/)([^/]+)/?");

  private final Answers answers;
  private final Levels levels;
  private final Resolution resolution;

  ResolverController(Answers answers, Levels levels, Resolution resolution) {
    this.answers = answers;
    this.levels = levels;
    this.resolution = resolution;
  }

  @GetMapping({"/01", "/01/**"})
  ResponseEntity<?> digitalLink(HttpServletRequest request) {
    return answer(
        request, () -> DigitalLink.read(tidied(request.getRequestURI()), request.getQueryString()));
  }

  /// The EPC of an RFID tag; answers as the GS1 Digital Link it stands for.
  @GetMapping({"/eh{rest}", "/eh{rest}/", "/ex{rest}", "/ex{rest}/"})
  ResponseEntity<?> epc(HttpServletRequest request) {
    return answer(
        request,
        () -> {
          String text = request.getRequestURI().replaceAll("/", "");
          DigitalLink link = EpcTag.read(text).link();
          return DigitalLink.read(link.path(), request.getQueryString());
        });
  }

  @GetMapping({"/S/{serial}", "/s/{serial}", "/S/{serial}/", "/s/{serial}/"})
  ResponseEntity<?> ownItem(@PathVariable String serial, HttpServletRequest request) {
    return resolution.answer(item(serial, ProductKey.none()), request);
  }

  private ResponseEntity<?> answer(HttpServletRequest request, Supplier<DigitalLink> reader) {
    DigitalLink link;
    try {
      link = reader.get();
    } catch (Problem problem) {
      if (problem.kind() != ProblemKind.MALFORMED_REQUEST) {
        throw problem;
      }
      return resolution.refuse(problem, request);
    }
    String serial = link.serial();
    return resolution.answer(
        serial == null ? product(link.gtin()) : item(serial, ProductKey.of(link.gtin())), request);
  }

  private @Nullable Identified item(String serial, ProductKey key) {
    Optional<Code> code =
        Serial.read(serial).flatMap(answers::find).filter(c -> c.line().key().equals(key));
    return code.map(Item::new).orElse(null);
  }

  private @Nullable Identified product(Gtin gtin) {
    return levels.style(gtin).map(style -> new Product(gtin, style)).orElse(null);
  }

  private static String tidied(String path) {
    Matcher typed = TYPED.matcher(path);
    if (!typed.matches()) {
      return path;
    }
    try {
      String text = UriUtils.decode(typed.group(2), java.nio.charset.StandardCharsets.UTF_8);
      return Serial.read(text).map(serial -> typed.group(1) + serial.text()).orElse(path);
    } catch (IllegalArgumentException brokenEscape) {
      return path;
    }
  }
}
