package cn.zhenrong.scan;

import cn.zhenrong.lifecycle.CodeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What happens to one simulated code: visits, and where it stands from when.
final class Story {
  private static final double CLAIMS = 0.12;
  private static final double CLAIMS_AGAIN = 0.02;

  private final Kind kind;
  private final RandomGenerator random;
  private final Instant sold;
  private final List<ScanVisit> visits = new ArrayList<>();
  private final List<Stood> standings = new ArrayList<>();

  private Story(Kind kind, Instant sold, RandomGenerator random) {
    this.kind = kind;
    this.sold = sold;
    this.random = random;
  }

  /// @param start of the simulated weeks
  static Story of(Kind kind, Instant start, RandomGenerator random) {
    Story story = new Story(kind, start.plus(Duration.ofHours(random.nextInt(24 * 28))), random);
    story.tell(start);
    return story;
  }

  Kind kind() {
    return kind;
  }

  List<ScanVisit> visits() {
    return visits;
  }

  Stood standingAt(Instant at) {
    Stood now = standings.getFirst();
    for (Stood standing : standings) {
      if (standing.since() != null && !standing.since().isAfter(at)) {
        now = standing;
      }
    }
    return now;
  }

  private void tell(Instant start) {
    becomes(CodeState.RELEASED, start.minus(Duration.ofDays(60)), false);
    Instant active = start.minus(Duration.ofDays(20));
    switch (kind) {
      case DISPLAY -> becomes(CodeState.DISPLAY, active, false);
      case STOLEN -> {}
      case VOID_USED -> becomes(CodeState.VOID, active, false);
      default -> becomes(CodeState.ACTIVE, active, false);
    }
    switch (kind) {
      case HONEST, STOLEN, VOID_USED -> buyer(Shopper.somewhere(random), sold);
      case GIFT -> handedOn(2, 10);
      case RESALE -> resale();
      case FAMILY -> family();
      case SHOP -> shop();
      case TRAVELLER -> traveller();
      case RETURNED -> returned(true);
      case RETURNED_UNTOLD -> returned(false);
      case TRIED -> tried(start.minus(Duration.ofDays(40)));
      case REPLACED -> replaced();
      case DISPLAY -> display();
      case CLONED_THREE_CITIES -> cloned(20, 300, 3);
      case CLONED_FEW -> cloned(5, 15, 3);
      case CLONED_ONE_CITY -> cloned(50, 300, 1);
    }
  }

  private void becomes(CodeState state, Instant since, boolean soldAgain) {
    standings.add(new Stood(state, since, soldAgain));
  }

  /// Looks once, perhaps says that it was just opened, and looks again in the days after; rarely
  /// says it once more.
  private void buyer(Shopper buyer, Instant at) {
    boolean claims = random.nextDouble() < CLAIMS;
    visits.add(buyer.visit(at, claims));
    for (int again = random.nextInt(4); again > 1; again--) {
      visits.add(buyer.visit(after(at, 5, 60 * 24 * 4), false));
    }
    if (claims && random.nextDouble() < CLAIMS_AGAIN) {
      visits.add(buyer.visit(after(at, 5, 60 * 48), true));
    }
  }

  private void handedOn(int leastDays, int mostDays) {
    buyer(Shopper.somewhere(random), sold);
    buyer(Shopper.somewhere(random), after(sold, leastDays * 1440, mostDays * 1440));
  }

  private void resale() {
    handedOn(20, 200);
    if (random.nextDouble() < 0.2) {
      Instant offered = after(sold, 15 * 1440, 60 * 1440);
      for (int asking = random.nextInt(6); asking > 0; asking--) {
        visits.add(Shopper.somewhere(random).visit(after(offered, 10, 7 * 1440), false));
      }
    }
  }

  private void family() {
    Shopper buyer = Shopper.somewhere(random);
    buyer(buyer, sold);
    for (int other = random.nextInt(4); other >= 0; other--) {
      buyer(Shopper.in(buyer.home(), random), after(sold, 1, 3 * 1440));
    }
    if (random.nextDouble() < 0.15) {
      Instant sent = after(sold, 1, 1440);
      for (int reads = random.nextInt(3); reads >= 0; reads--) {
        Shopper relative =
            random.nextBoolean() ? Shopper.somewhere(random) : Shopper.in(buyer.home(), random);
        visits.add(relative.visit(after(sent, 1, 240), false));
      }
    }
  }

  private void shop() {
    Shopper assistant = Shopper.somewhere(random);
    int days = 5 + random.nextInt(50);
    double customersADay = random.nextDouble() * 0.8;
    for (int customer = (int) (days * customersADay); customer > 0; customer--) {
      Instant at = after(sold, 0, days * 1440);
      visits.add(Shopper.in(assistant.home(), random).mobile(assistant.home(), at, false));
      if (random.nextDouble() < 0.3) {
        visits.add(assistant.visit(at.minusSeconds(90), false));
      }
    }
    buyer(Shopper.in(assistant.home(), random), sold.plus(Duration.ofDays(days)));
  }

  /// Three hours for the way to and from the aeroplane, and its flight.
  private void traveller() {
    Shopper traveller = Shopper.somewhere(random);
    Province there = Shopper.anywhere(random);
    visits.add(traveller.visit(sold, random.nextDouble() < CLAIMS));
    long minutes = 180 + (long) (traveller.home().kilometresTo(there) / 800 * 60);
    visits.add(traveller.mobile(there, after(sold, (int) minutes, (int) minutes + 600), false));
  }

  private void returned(boolean told) {
    buyer(Shopper.somewhere(random), sold);
    Instant back = after(sold, 7 * 1440, 12 * 1440);
    if (told) {
      becomes(CodeState.RETURNED, back, false);
      becomes(CodeState.ACTIVE, back.plusSeconds(7200), true);
    }
    buyer(Shopper.somewhere(random), after(back, 2 * 1440, 20 * 1440));
  }

  private void tried(Instant printed) {
    visits.add(Shopper.somewhere(random).visit(printed, false));
    buyer(Shopper.somewhere(random), sold);
  }

  private void replaced() {
    becomes(CodeState.REPLACED, sold, false);
    Shopper staff = Shopper.somewhere(random);
    visits.add(staff.visit(after(sold, 1, 30), false));
    if (random.nextDouble() < 0.1) {
      visits.add(Shopper.somewhere(random).visit(after(sold, 1440, 20 * 1440), false));
    }
  }

  private void display() {
    for (int viewer = 200 + random.nextInt(1000); viewer > 0; viewer--) {
      visits.add(Shopper.somewhere(random).visit(after(sold, 0, 240), random.nextInt(50) == 0));
    }
  }

  private void cloned(int least, int most, int cities) {
    List<Province> markets = new ArrayList<>();
    while (markets.size() < cities) {
      Province market = Shopper.anywhere(random);
      if (!markets.contains(market)) {
        markets.add(market);
      }
    }
    for (int copy = least + random.nextInt(most - least + 1); copy > 0; copy--) {
      if (random.nextDouble() < 0.4) {
        Province market = markets.get(random.nextInt(cities));
        buyer(Shopper.in(market, random), after(sold, 0, 28 * 1440));
      }
    }
  }

  private Instant after(Instant at, int leastMinutes, int mostMinutes) {
    return at.plusSeconds(60L * random.nextInt(leastMinutes, mostMinutes + 1) + random.nextInt(60));
  }
}
