package cn.zhenrong.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// Measurements that could not be made. Each is named and holds up no other.
final class Failures {
  private final List<String> names = new ArrayList<>();

  /// One measurement.
  interface Attempt {
    void make() throws Exception;
  }

  /// Makes a measurement; one that fails is told at once and kept by its name.
  void attempt(String name, Attempt attempt) throws InterruptedException {
    try {
      attempt.make();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      names.add(name + ": " + e);
      System.err.println("FAILED " + name);
      e.printStackTrace();
    }
  }

  /// Name and reason of each.
  List<String> names() {
    return List.copyOf(names);
  }
}
