package dev.slipway.runtime.command;

import dev.slipway.model.Reason;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.files.Tail;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a run's outcome from what it left. Stateless. */
final class Outcomes {

  private Outcomes() {}

  /** The outcome, if the run left one. */
  static Optional<Outcome> of(Run run) throws IOException {
    Optional<Outcome> stopped =
        run.stopped().map(stop -> new Outcome.Failed(stop.because(Tail.of(run.output()))));
    return stopped.isPresent() ? stopped : run.exitCode().map(code -> ofExit(code, run));
  }

  static Outcome unknown(String why) {
    return new Outcome.Unknown(
        new Reason(
            "outcome-unknown",
            why + " Whether the command did its work, nobody knows; look, and settle it."));
  }

  static Outcome failed(String code, String sentence) {
    return new Outcome.Failed(new Reason(code, sentence));
  }

  static String lastLines(String tail) {
    return tail.isEmpty() ? " It wrote nothing." : " Its last lines: " + tail;
  }

  private static Outcome ofExit(int code, Run run) {
    return code == 0
        ? new Outcome.Converged(List.of())
        : failed(
            "exit-code",
            "The command ended with exit code " + code + "." + lastLines(Tail.of(run.output())));
  }
}
