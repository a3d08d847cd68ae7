package dev.slipway.runtime.secrets;

import dev.slipway.model.SecretValue;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.processes.Sessions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Programs that the target's owner put into a folder, each asked as {@code NAME SECRET [VERSION]}.
 * It answers with the value on standard output and exit code 0; what it writes to standard error is
 * read by nobody, for it may hold anything.
 *
 * @param surroundings what a program gets of the agent's environment
 * @param within how long one may take
 * @param threads one of which waits for the answer
 */
public record SecretPrograms(
    Path folder, Surroundings surroundings, Duration within, Executor threads) {

  /** How long a program may take unless somebody says otherwise. */
  public static final Duration WITHIN = Duration.ofSeconds(20);

  private static final Duration GRACE = Duration.ofSeconds(1);

  byte[] of(SecretReference.Program reference) throws SecretMissing {
    Path program = folder.resolve(reference.name().value());
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      throw SecretSources.missing(
          reference,
          "cannot be asked for: the folder %s of the agent has no program %s. Put it there."
              .formatted(folder.getFileName(), reference.name()));
    }
    List<String> words =
        new ArrayList<>(List.of("setsid", program.toString(), reference.secret().value()));
    reference.version().ifPresent(version -> words.add(Integer.toString(version)));
    ProcessBuilder builder = new ProcessBuilder(words);
    surroundings.putInto(builder.environment(), Map.of());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return answer(reference, builder.start());
    } catch (IOException e) {
      throw SecretSources.missing(reference, "cannot be asked for: its program does not start.");
    }
  }

  private byte[] answer(SecretReference.Program reference, Process process)
      throws IOException, SecretMissing {
    Future<byte[]> said = CompletableFuture.supplyAsync(() -> read(process), threads);
    try {
      byte[] value = said.get(within.toMillis(), TimeUnit.MILLISECONDS);
      if (value.length < SecretValue.TOO_MANY && code(process) != 0) {
        throw SecretSources.missing(
            reference,
            "was not told: its program ended with exit code %d.".formatted(process.exitValue()));
      }
      return value;
    } catch (TimeoutException e) {
      throw SecretSources.missing(
          reference,
          "was not told: its program took longer than %d s.".formatted(within.toSeconds()));
    } catch (ExecutionException e) {
      throw SecretSources.missing(reference, "was not told: its program cannot be heard.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SecretSources.missing(reference, "was not told: the agent is about to stop.");
    } finally {
      Sessions.end(process.pid(), GRACE);
    }
  }

  /** Of one that wrote all it had to write, and has to end for that. */
  private int code(Process process) throws InterruptedException, TimeoutException {
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new TimeoutException();
    }
    return process.exitValue();
  }

  private static byte[] read(Process process) {
    try {
      return process.getInputStream().readNBytes(SecretValue.TOO_MANY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
