package cn.zhenrong.benchmarks;

import cn.zhenrong.conformity.Basis;
import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.TestResult;
import cn.zhenrong.conformity.Verdict;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Measured;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.RawPart.RawShare;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One verdict on a garment of two parts, and one composition read from the text people write.
@State(Scope.Thread)
public class ConformityBenchmark {
  static final String RULES = "GB/T 29862-2013";
  static final String LABEL = "大身：70%绵羊毛 20%山羊绒 10%桑蚕丝；罗纹：95%棉 5%氨纶";

  private final Conformity conformity = new Conformity();
  private final Composition label = Composition.parse(LABEL);
  private final TestResult report = report();

  @Benchmark
  public Verdict verdict() {
    return conformity.judge(RULES, label, report);
  }

  @Benchmark
  public Composition parse() {
    return Composition.parse(LABEL);
  }

  private static TestResult report() {
    List<RawPart> parts =
        List.of(
            part("大身", "绵羊毛", "71.2", "山羊绒", "18.9", "桑蚕丝", "9.9"),
            part("罗纹", "棉", "94.6", "氨纶", "5.4"));
    return new TestResult("GB/T 16988-2013", Basis.OFFICIAL_REGAIN, Measured.of(parts));
  }

  private static RawPart part(String name, String... namesAndPercents) {
    List<RawShare> shares =
        IntStream.range(0, namesAndPercents.length / 2)
            .mapToObj(i -> new RawShare(namesAndPercents[2 * i], namesAndPercents[2 * i + 1]))
            .toList();
    return new RawPart(name, shares, null);
  }
}
