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
 * @param output where what it answers is kept until it is read
 * @param log all else that it writes is added to it
 * @param mark is in its environment, so that one that outlived its agent is found
 */
record Program(
    Path release,
    Path output,
    Path log,
    Map<String, String> variables,
    Surroundings surroundings,
    String mark) {

  /** The variable that holds the mark. */
  static final String VARIABLE = "SLIPWAY_EXTERNAL";

  private static final long ANSWER_BYTES_MAX = 1 << 20;
  private static final long LOG_BYTES_MAX = 64L << 20;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  /**
   * How it ended.
   *
   * @param code its exit code; absent when it had to be ended or could not be begun
   * @param said its standard output, when that is an answer
   * @param how without its last lines
   * @param because what is to be told where it is not as it should be
   */
  record End(Optional<Integer> code, String said, String how, Reason because) {}

  /** Has it look, until {@code deadline} of {@link System#nanoTime}; its output is its answer. */
  End ask(List<Template> words, long deadline, Context context) throws IOException {
    Files.createDirectories(output);
    Path said = output.resolve("fetch.out");
    Files.deleteIfExists(said);
    return run("fetch", words, Optional.of(said), deadline, context);
  }

  /** Has it act, until {@code deadline} of {@link System#nanoTime}. */
  End act(List<Template> words, long deadline, Context context) throws IOException {
    return run("apply", words, Optional.empty(), deadline, context);
  }

  private End run(
      String name, List<Template> words, Optional<Path> said, long deadline, Context context)
      throws IOException {
    endOthers();
    Optional<List<String>> command = command(words);
    if (command.isEmpty()) {
      return failed(
          "program-missing", "The release holds no program '" + name + "' as it is declared.");
    }
    if (System.nanoTime() > deadline) {
      return failed("timed-out", "The time was over before '" + name + "' could begin.");
    }
    long from = size(log);
    Process process = start(command.get(), said);
    while (process.isAlive()) {
      if (context.cancellation().isRequested()) {
        Sessions.end(process.pid(), GRACE);
        return failed("cancelled", "A newer order came before '" + name + "' had ended.");
      }
      if (System.nanoTime() > deadline) {
        Sessions.end(process.pid(), GRACE);
        return failed("timed-out", "'" + name + "' was still running when its time was over.");
      }
      if (isTooMuch(said)) {
        Sessions.end(process.pid(), GRACE);
        return tooMuch(name);
      }
      Sessions.pause(LOOK_EVERY);
    }
    return isTooMuch(said) ? tooMuch(name) : ended(name, process.exitValue(), said, from);
  }

  private Process start(List<String> command, Optional<Path> said) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    surroundings.putInto(builder.environment(), variables);
    builder.environment().put(VARIABLE, mark);
    Redirect logged = Redirect.appendTo(log.toFile());
    return builder
        .directory(release.toFile())
        .redirectInput(new File("/dev/null"))
        .redirectOutput(said.map(file -> Redirect.to(file.toFile())).orElse(logged))
        .redirectError(logged)
        .start();
  }

  private boolean isTooMuch(Optional<Path> said) throws IOException {
    return size(log) > LOG_BYTES_MAX || (said.isPresent() && size(said.get()) > ANSWER_BYTES_MAX);
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private static End tooMuch(String name) {
    return failed("too-much-output", "'" + name + "' wrote more than it may.");
  }

  private End ended(String name, int code, Optional<Path> said, long from) throws IOException {
    String tail = Tail.of(log, from);
    String how = "'%s' ended with exit code %d.".formatted(name, code);
    return new End(
        Optional.of(code),
        said.isPresent() ? new String(Files.readAllBytes(said.get()), StandardCharsets.UTF_8) : "",
        how,
        new Reason(
            name + "-failed",
            how + (tail.isEmpty() ? " It said nothing." : " Its last lines: " + tail)));
  }

  /** One that an earlier life of the agent began does not go on beside this one. */
  void endOthers() throws IOException {
    for (long leader : Sessions.leadersWith(VARIABLE + "=" + mark)) {
      Sessions.end(leader, GRACE);
    }
  }

  private static End failed(String code, String sentence) {
    return new End(Optional.empty(), "", sentence, new Reason(code, sentence));
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
