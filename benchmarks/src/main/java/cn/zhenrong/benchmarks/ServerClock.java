package cn.zhenrong.benchmarks;

import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How long the service itself was busy with a request, by its own timer around everything from the
/// first filter to the last. Asked before and after one request, it gives that request's time.
///
/// @param wire a connection to the service
/// @param path of the requests, as the service's routes name it
record ServerClock(Wire wire, String path) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TIMER = "/actuator/metrics/http.server.requests?tag=method:POST&tag=";

  /// @param count requests so far
  /// @param milliseconds all of them together
  record Reading(double count, double milliseconds) {
    /// The time of the one request between two readings.
    ///
    /// @throws IllegalStateException if it was not exactly one
    double since(Reading before) {
      if (count != before.count + 1) {
        throw new IllegalStateException(
            "there were " + (count - before.count) + " requests where one was measured");
      }
      return milliseconds - before.milliseconds;
    }
  }

  Reading read() throws IOException {
    Wire.Answer answer = wire.get(TIMER + "uri:" + path);
    return answer.status() == 404 ? new Reading(0, 0) : parse(answer.expect(200));
  }

  static Reading parse(String text) {
    JsonNode timer = JSON.readTree(text);
    double toMilliseconds =
        switch (timer.path("baseUnit").asString("")) {
          case "seconds" -> 1e3;
          case "milliseconds" -> 1;
          default -> throw new IllegalStateException("a timer of an unknown unit: " + text);
        };
    return new Reading(value(timer, "COUNT"), value(timer, "TOTAL_TIME") * toMilliseconds);
  }

  /// Bytes allocated so far, as far as the collector has counted them.
  static double allocated(Wire wire) throws IOException {
    String text = wire.get("/actuator/metrics/jvm.gc.memory.allocated").expect(200);
    return value(JSON.readTree(text), "COUNT");
  }

  /// How far a counter of the service has come.
  static double counter(Wire wire, String name) throws IOException {
    return value(JSON.readTree(wire.get("/actuator/metrics/" + name).expect(200)), "COUNT");
  }

  private static double value(JsonNode timer, String statistic) {
    for (JsonNode one : timer.path("measurements")) {
      if (one.path("statistic").asString().equals(statistic)) {
        return one.path("value").asDouble();
      }
    }
    throw new IllegalStateException("the timer does not tell its " + statistic);
  }
}
