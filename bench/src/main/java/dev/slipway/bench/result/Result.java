package dev.slipway.bench.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of one goal. Times are in milliseconds.
 *
 * @param met whether ratio, processor time and what else the goal demands lie within it
 * @param latency how long the subject took; absent where a goal is about processor time alone
 * @param floor the median of the least possible work, in the same run
 * @param cpu the server's processor time per operation
 * @param fsyncs how often an operation waits for the disk, at server and agent together
 * @param remarks what else a reader should know
 */
public record Result(
    String goal,
    boolean met,
    Optional<Samples> latency,
    OptionalDouble floor,
    OptionalDouble cpu,
    OptionalDouble fsyncs,
    List<String> remarks) {

  public Result {
    remarks = List.copyOf(remarks);
  }

  /** The subject's median as a multiple of the floor's, where there are both. */
  public OptionalDouble ratio() {
    return latency.isPresent() && floor.isPresent()
        ? OptionalDouble.of(latency.get().p50() / floor.getAsDouble())
        : OptionalDouble.empty();
  }
}
