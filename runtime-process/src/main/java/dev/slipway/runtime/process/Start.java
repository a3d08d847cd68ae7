package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.definition.Limits;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.processes.Sessions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one process from its release folder, in a session of its own. */
record Start(SlotFolder slot, Path release, Assignment.Share share, Surroundings surroundings) {

  private static final long MEBIBYTE = 1024 * 1024;

  /** The process cannot be started as it is declared. */
  static final class Impossible extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason because;

    Impossible(String code, String sentence) {
      super(sentence);
      this.because = new Reason(code, sentence);
    }

    Reason because() {
      return because;
    }
  }

  Instance.Identity process(Instance instance) throws Impossible {
    ProcessBuilder builder = new ProcessBuilder(words(instance.port()));
    builder.directory(release.toFile());
    surroundings.putInto(builder.environment(), declared());
    builder.environment().put("PORT", Integer.toString(instance.port()));
    builder.environment().put(SlotFolder.VARIABLE, slot.mark(instance));
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(slot.log(instance).toFile()));
    try {
      long pid = builder.start().pid();
      // One that ended at once has no start any more; it is not alive under any.
      return new Instance.Identity(
          pid, Sessions.stat(pid).map(stat -> stat.startTicks()).orElse(-1L));
    } catch (IOException e) {
      throw new Impossible("cannot-start", "The process cannot be started: " + e.getMessage());
    }
  }

  private Map<String, String> declared() throws Impossible {
    try {
      return surroundings.declared(share.release());
    } catch (SecretMissing e) {
      throw new Impossible(e.because().code(), e.because().sentence());
    }
  }

  private List<String> words(int port) throws Impossible {
    List<String> words = new ArrayList<>();
    for (var word : share.release().workload().words()) {
      words.add(word.text().replace("${port}", Integer.toString(port)));
    }
    if (words.isEmpty() || words.getFirst().isEmpty() || words.getFirst().startsWith("-")) {
      throw new Impossible("no-program", "The first word must be a program.");
    }
    words.set(0, program(words.getFirst()));
    words.addAll(0, share.release().limits().map(Start::limiting).orElseGet(List::of));
    words.addFirst("setsid");
    return words;
  }

  /** Sets the limits of the process that it then becomes; its children inherit them. */
  private static List<String> limiting(Limits limits) {
    List<String> words = new ArrayList<>();
    words.add("prlimit");
    limits.memoryMebibytes().ifPresent(size -> words.add("--as=" + size * MEBIBYTE));
    limits.openFiles().ifPresent(count -> words.add("--nofile=" + count));
    limits.processes().ifPresent(count -> words.add("--nproc=" + count));
    words.add("--");
    return words;
  }

  /** A path is one under the release folder; a bare name is looked for in PATH. */
  private String program(String word) throws Impossible {
    if (!word.contains("/") || word.startsWith("/")) {
      return word;
    }
    Path program = release.resolve(word).normalize();
    if (!program.startsWith(release) || !Files.isExecutable(program)) {
      throw new Impossible(
          "program-missing", "The release holds no program of the name that is declared.");
    }
    return program.toString();
  }
}
