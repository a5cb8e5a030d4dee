package cn.zhenrong.scan;

import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class CloneSimulationTest {
  @Test
  void x() {
    int n = Integer.getInteger("signals.codes", 20000);
    var played = new CloneSimulation(new CloneRuleBook(), 1).play(n);
    CloneSimulation.tallies(played)
        .forEach((r, t) ->
            System.out.printf(
                "%-28s hits %5d right %5d wanted %5d falseHonest %4d p %.3f r %.3f f/100k %.1f%n",
                r,
                t.hits(),
                t.right(),
                t.wanted(),
                t.falseHonest(),
                t.precision(),
                t.recall(),
                t.falsePerHundredThousand()));
    Map<String, Long> by = new TreeMap<>();
    Map<Kind, Long> all = new EnumMap<>(Kind.class);
    for (var p : played) {
      all.merge(p.kind(), 1L, Long::sum);
      for (var h : p.hits()) by.merge(p.kind() + " " + h, 1L, Long::sum);
    }
    by.forEach((k, v) ->
        System.out.println(k + " " + v + " of " + all.get(Kind.valueOf(k.split(" ")[0]))));
  }
}
