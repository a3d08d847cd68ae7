package dev.slipway.config;

import dev.slipway.model.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Judges hostile and broken documents in a process that has little memory, and times each. */
final class Cramped {

  private static final int MUTATIONS = 500;

  private Cramped() {}

  /** Prints one line; what takes all of the memory ends the process otherwise. */
  public static void main(String[] arguments) {
    judge("valid", Samples.bytes(Samples.in("valid").getFirst()));
    List<String> slow = new ArrayList<>();
    int judged = 0;
    for (Arguments hostile : HostileTest.documents().toList()) {
      if (hostile.get()[1] instanceof Bytes document) {
        slow.addAll(judge(String.valueOf(hostile.get()[0]), document));
        judged++;
      }
    }
    Mutations mutations = new Mutations(1);
    for (int i = 0; i < MUTATIONS; i++) {
      slow.addAll(judge("mutation " + i, mutations.next()));
      judged++;
    }
    System.out.println(judged + " judged, too slow: " + slow);
  }

  /** Its name and time, when it takes longer than a second. */
  private static List<String> judge(String name, Bytes document) {
    Duration began = taken();
    var _ = Documents.compile(name, document);
    Duration took = taken().minus(began);
    return took.compareTo(Duration.ofSeconds(1)) > 0
        ? List.of(name + " took " + took.toMillis() + " ms")
        : List.of();
  }

  /** What the whole process had of the machine so far, whoever else wants it. */
  private static Duration taken() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}
