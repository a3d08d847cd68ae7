package dev.slipway.app.verb;

import dev.slipway.app.rehearsal.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a server do what it does every day, while the JVM makes an AOT cache of it. */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Let a server do what it does every day; the launcher makes AOT caches so.",
    mixinStandardHelpOptions = true)
public final class RehearseVerb implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "A folder for it, which you may remove afterwards.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Rehearsal.in(folder.toAbsolutePath());
    return 0;
  }
}
