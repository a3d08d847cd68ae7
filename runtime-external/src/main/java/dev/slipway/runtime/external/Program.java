package dev.slipway.runtime.external;

import dev.slipway.model.Reason;
import dev.slipway.model.definition.Template;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.files.Tail;
import dev.slipway.runtime.processes.Sessions;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one program to its end, in a session of its own that is ended with all it started when the
 * time is over or the work is cancelled.
 *
 * @param release the folder that it runs in
 * @param output where what it says is kept until it is read
 * @param mark is in its environment, so that one that outlived its agent is found
 */
record Program(
    Path release,
    Path output,
    Map<String, String> variables,
    Surroundings surroundings,
    String mark) {

  /** The variable that holds the mark. */
  static final String VARIABLE = "SLIPWAY_EXTERNAL";

  private static final long OUTPUT_MAX = 1 << 20;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  /**
   * How it ended.
   *
   * @param code its exit code; absent when it had to be ended or could not be begun
   * @param said its standard output, when it is to be used
   * @param because what is to be told where it is not as it should be
   */
  record End(Optional<Integer> code, String said, Reason because) {}

  /** Runs it until {@code deadline} of {@link System#nanoTime}. */
  End run(String name, List<Template> words, long deadline, Context context) throws IOException {
    endOthers();
    Files.createDirectories(output);
    Path said = output.resolve(name + ".out");
    Path told = output.resolve(name + ".err");
    Optional<List<String>> command = command(words);
    if (command.isEmpty()) {
      return failed(
          "program-missing", "The release holds no program '" + name + "' as it is declared.");
    }
    if (System.nanoTime() > deadline) {
      return failed("timed-out", "The time was over before '" + name + "' could begin.");
    }
    ProcessBuilder builder = new ProcessBuilder(command.get());
    surroundings.putInto(builder.environment(), variables);
    builder.environment().put(VARIABLE, mark);
    Process process =
        builder
            .directory(release.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(Redirect.to(said.toFile()))
            .redirectError(Redirect.to(told.toFile()))
            .start();
    while (process.isAlive()) {
      if (context.cancellation().isRequested()) {
        Sessions.end(process.pid(), GRACE);
        return failed("cancelled", "A newer order came before '" + name + "' had ended.");
      }
      if (System.nanoTime() > deadline) {
        Sessions.end(process.pid(), GRACE);
        return failed("timed-out", "'" + name + "' was still running when its time was over.");
      }
      if (Files.size(said) > OUTPUT_MAX || Files.size(told) > OUTPUT_MAX) {
        Sessions.end(process.pid(), GRACE);
        return failed("too-much-output", "'" + name + "' wrote more than a mebibyte.");
      }
      Sessions.pause(LOOK_EVERY);
    }
    return ended(name, process.exitValue(), said, told);
  }

  private static End ended(String name, int code, Path said, Path told) throws IOException {
    if (Files.size(said) > OUTPUT_MAX) {
      return failed("too-much-output", "'" + name + "' wrote more than a mebibyte.");
    }
    String tail = Tail.of(told);
    return new End(
        Optional.of(code),
        new String(Files.readAllBytes(said), StandardCharsets.UTF_8),
        new Reason(
            name + "-failed",
            "'%s' ended with exit code %d.%s"
                .formatted(
                    name,
                    code,
                    tail.isEmpty() ? " It said nothing." : " Its last lines: " + tail)));
  }

  /** One that an earlier life of the agent began does not go on beside this one. */
  void endOthers() throws IOException {
    for (long leader : Sessions.leadersWith(VARIABLE + "=" + mark)) {
      Sessions.end(leader, GRACE);
    }
  }

  private static End failed(String code, String sentence) {
    return new End(Optional.empty(), "", new Reason(code, sentence));
  }

  /** A path is one under the release folder; a bare name is looked for in PATH. */
  private Optional<List<String>> command(List<Template> words) {
    List<String> command = new ArrayList<>(List.of("setsid"));
    words.forEach(word -> command.add(word.text()));
    String first = words.isEmpty() ? "" : words.getFirst().text();
    if (first.isEmpty() || first.startsWith("-")) {
      return Optional.empty();
    }
    if (first.contains("/") && !first.startsWith("/")) {
      Path program = release.resolve(first).normalize();
      if (!program.startsWith(release) || !Files.isExecutable(program)) {
        return Optional.empty();
      }
      command.set(1, program.toString());
    }
    return Optional.of(command);
  }
}
