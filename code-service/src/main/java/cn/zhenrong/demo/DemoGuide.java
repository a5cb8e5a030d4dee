package cn.zhenrong.demo;

import cn.zhenrong.demo.DemoGarments.Told;
import java.io.PrintStream;
import java.util.List;

/// Tells a visitor, on the terminal, what there is to open and who to be.
final class DemoGuide {
  private final DemoApi api;
  private final PrintStream out;

  DemoGuide(DemoApi api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  void print(String address, List<Told> told) {
    out.println();
    out.println("  真绒 Zhenrong is ready: " + address);
    out.println();
    out.println("  Scan one of each (open in a browser; add ?lang=en or &lang=en for English):");
    for (Told one : told) {
      garment(one);
    }
    out.println();
    out.println(
        "  Sign in (POST /api/v1/session) with password \"" + DemoParties.PASSWORD + "\" as:");
    out.println("    association, association-2, maker-1, maker-2, maker-3, qc-1");
    out.println(
        "  or send Authorization: Bearer demo-association | demo-association-2 | demo-maker-1 | demo-maker-2 | demo-maker-3 | demo-qc-1");
    out.println(
        "  All names, codes and laboratories are invented. Stop with Ctrl-C; the data stays.");
    out.println();
  }

  private void garment(Told one) {
    String style = one.garment().style().styleNo();
    out.println();
    out.println(
        "  " + style + "  " + one.garment().story().zh() + " / " + one.garment().story().en());
    if (one.batch() == null) {
      out.println("         " + one.verdict() + ": no codes were issued");
      return;
    }
    if (!one.batch().path("status").asString().equals("OPEN")) {
      out.println("         " + one.verdict() + ": " + one.batch().path("status").asString());
      return;
    }
    String batch = "/api/v1/batches/" + one.batch().path("id").asString();
    long count = one.batch().path("count").asLong();
    line("first piece", batch, 1);
    for (Story.LifeStory step : one.garment().life()) {
      if (step.voided() != null) {
        line("void", batch, step.voided());
      }
      if (step.replace() != null) {
        line("replaced", batch, step.replace());
      }
      if (step.activate() != null && step.activate().get(1) < count) {
        line("not activated", batch, step.activate().get(1) + 1);
      }
    }
  }

  /// Read by the association, which may look at held codes too.
  private void line(String what, String batch, long sequence) {
    String url = DemoGarments.row(api, DemoGarments.ASSOCIATION, batch, sequence)[3];
    out.println("         " + (what + "              ").substring(0, 14) + url);
  }
}
