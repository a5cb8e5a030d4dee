package cn.zhenrong.evidence;

import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import cn.zhenrong.product.StyleId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Yarn over HTTP: a maker's own; the association names the maker. Kilograms are decimal texts.
@RestController
@RequestMapping("/api/v1")
class YarnController {
  private static final Texts TEXTS = Texts.beside(YarnController.class);
  private static final TypeReference<List<@Nullable RawPart>> PARTS = new TypeReference<>() {};

  private final YarnRegister register;
  private final YarnBalances balances;
  private final JsonMapper json;

  YarnController(YarnRegister register, YarnBalances balances, JsonMapper json) {
    this.register = register;
    this.balances = balances;
    this.json = json;
  }

  record Reason(@Nullable String reason) {}

  record Weight(@Nullable Long grams) {}

  record Binding(@Nullable Boolean bound, @Nullable String reason) {}

  /// @param corrects id of the purchase a counter-entry takes back
  record PurchaseAnswer(
      String id,
      String party,
      String supplier,
      String lot,
      LocalDate boughtOn,
      String kilograms,
      List<@Nullable RawPart> parts,
      @Nullable String reportNumber,
      @Nullable String corrects,
      @Nullable String reason,
      Instant createdAt) {}

  record FibreAnswer(String fibre, String bought, String used, String left) {}

  /// @param pieces garments of the style asked for; null where nothing can be said
  record BalanceAnswer(List<FibreAnswer> fibres, @Nullable Long pieces, @Nullable Words words) {}

  record AlarmAnswer(
      String id,
      String party,
      String styleId,
      String fibre,
      String bought,
      String used,
      Words words,
      boolean open,
      @Nullable String reason,
      Instant raisedAt) {}

  @PostMapping("/yarn-purchases")
  @ResponseStatus(HttpStatus.CREATED)
  PurchaseAnswer buy(@AuthenticationPrincipal Caller caller, @RequestBody NewPurchase input) {
    return answer(register.buy(caller, input));
  }

  @PostMapping("/yarn-purchases/{id}/correction")
  @ResponseStatus(HttpStatus.CREATED)
  PurchaseAnswer takeBack(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Reason input) {
    return answer(register.takeBack(caller, id, input.reason()));
  }

  @GetMapping("/yarn-purchases")
  List<PurchaseAnswer> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable Long party,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    return register.list(caller, id(party), Listing.read(limit, before)).stream()
        .map(this::answer)
        .toList();
  }

  @PutMapping("/styles/{id}/weight")
  Weight weigh(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Weight input) {
    return new Weight((long) register.weigh(caller, new StyleId(id), input.grams()));
  }

  @GetMapping("/yarn-balance")
  BalanceAnswer balance(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable Long party,
      @RequestParam(required = false) @Nullable Long styleId) {
    List<FibreAnswer> fibres =
        balances.balances(caller, id(party)).stream()
            .map(one ->
                new FibreAnswer(
                    one.fibre(), plain(one.bought()), plain(one.used()), plain(one.left())))
            .toList();
    Long pieces = styleId == null ? null : balances.enoughFor(caller, new StyleId(styleId));
    return new BalanceAnswer(
        fibres, pieces, pieces == null ? null : TEXTS.words("yarn.enough", pieces));
  }

  @PutMapping("/yarn-accounts/{party}")
  Binding bind(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long party,
      @RequestBody Binding input) {
    register.bind(caller, new PartyId(party), input.bound(), input.reason());
    return input;
  }

  @GetMapping("/yarn-alarms")
  List<AlarmAnswer> alarms(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    return balances.alarms(caller, Listing.read(limit, before)).stream()
        .map(YarnController::answer)
        .toList();
  }

  @PostMapping("/yarn-alarms/{id}/closure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void closeAlarm(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Reason input) {
    balances.closeAlarm(caller, id, input.reason());
  }

  private PurchaseAnswer answer(PurchaseRow row) {
    return new PurchaseAnswer(
        Long.toString(row.id()),
        Long.toString(row.partyId()),
        row.supplier(),
        row.lot(),
        row.boughtOn(),
        plain(row.kilograms()),
        json.readValue(row.parts(), PARTS),
        row.reportNumber(),
        row.corrects() == null ? null : Long.toString(row.corrects()),
        row.reason(),
        row.createdAt());
  }

  private static AlarmAnswer answer(YarnAlarmRow row) {
    return new AlarmAnswer(
        Long.toString(row.id()),
        Long.toString(row.partyId()),
        Long.toString(row.styleId()),
        row.fibre(),
        plain(row.bought()),
        plain(row.used()),
        TEXTS.words("yarn.exceeded"),
        row.closedAt() == null,
        row.reason(),
        row.raisedAt());
  }

  private static @Nullable PartyId id(@Nullable Long party) {
    return party == null ? null : new PartyId(party);
  }

  private static String plain(BigDecimal kilograms) {
    return kilograms.signum() == 0 ? "0" : kilograms.stripTrailingZeros().toPlainString();
  }
}
