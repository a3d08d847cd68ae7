package dev.slipway.app.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page for CI systems, whose lines are run by a shell as they stand there. */
record CiPage(String text) {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(?:yml|groovy) ([a-z-]+)\\n(.*?)^```$");
  private static final Pattern LINE =
      Pattern.compile("(?m)^ *(?:- run: |- (?=slipway|export)|sh ')((?:slipway|export) .*?)'?$");

  static CiPage read() {
    try {
      return new CiPage(Files.readString(Path.of("../docs/ci.md")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The lines of a system's snippet. */
  String script(String system) {
    String block =
        BLOCK
            .matcher(text)
            .results()
            .filter(found -> found.group(1).equals(system))
            .map(found -> found.group(2))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no snippet for " + system));
    return LINE.matcher(block)
        .results()
        .map((MatchResult line) -> line.group(1))
        .collect(Collectors.joining("\n"));
  }

  /** How many lines of the page call Slipway within a snippet. */
  long lines() {
    return BLOCK
        .matcher(text)
        .results()
        .mapToLong(block -> LINE.matcher(block.group(2)).results().count())
        .sum();
  }

  /**
   * Runs a system's lines as a job does: each in turn, up to the first that fails.
   *
   * @param folder where a command {@code slipway} is put, and what is said
   * @return the exit code
   */
  int run(String system, Path folder, Map<String, String> variables) throws Exception {
    Path programs = folder.resolve("bin");
    String words =
        Java.words("dev.slipway.cli.Main", List.of()).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Repo.script(programs.resolve("slipway"), "#!/bin/sh\nexec " + words + " \"$@\"\n");
    ProcessBuilder builder =
        Java.process(folder.resolve("job.log"), List.of("bash", "-e", "-c", script(system)));
    builder.environment().keySet().removeIf(name -> name.startsWith("SLIPWAY_"));
    builder.environment().putAll(variables);
    builder.environment().merge("PATH", programs.toString(), (path, ours) -> ours + ":" + path);
    builder.environment().put("HOME", folder.toString());
    Process job = builder.start();
    if (!job.waitFor(180, TimeUnit.SECONDS)) {
      job.destroyForcibly();
      throw new AssertionError("the job does not end: " + said(folder));
    }
    return job.exitValue();
  }

  static String said(Path folder) throws IOException {
    return Files.readString(folder.resolve("job.log"));
  }
}
