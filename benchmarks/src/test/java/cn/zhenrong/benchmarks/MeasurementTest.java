package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class MeasurementTest {
  @ParameterizedTest
  @EnumSource
  void matchesExactlyOneBenchmark(Measurement measurement) {
    assertThat(
            BenchmarkList.defaultList()
                .find(
                    OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                    List.of(measurement.pattern()),
                    List.of()))
        .hasSize(1);
  }

  @Test
  void hasATitleOfItsOwn() {
    assertThat(
            Stream.<Measured>concat(
                    Stream.of(Measurement.values()), Stream.of(ServiceMeasurement.values()))
                .map(Measured::title))
        .doesNotHaveDuplicates();
  }
}
