package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs the git command. It sees no configuration but what stands here, asks nobody anything, runs
 * no hook, speaks the address's own protocol only, and is killed with its children when its time is
 * up. Thread-safe.
 *
 * @param home an empty folder, which is both its home and where it runs
 */
record GitCommand(Path home, Duration patience) {

  private static final int OUTPUT_MAX = 64 * 1024 * 1024;
  private static final int COMPLAINT_MAX = 64 * 1024;
  private static final int DEATH_SECONDS = 5;

  private static final List<String> SETTINGS =
      List.of(
          "core.hooksPath=/dev/null",
          "core.askPass=",
          "core.fsync=none",
          "credential.helper=",
          "fetch.recurseSubmodules=no",
          "gc.auto=0",
          "http.lowSpeedLimit=1",
          "http.lowSpeedTime=30",
          "maintenance.auto=false",
          "protocol.ext.allow=never",
          "transfer.bundleURI=false",
          "uploadpack.packObjectsHook=");

  /** What became of a run. */
  sealed interface Outcome {

    record Succeeded(String output) implements Outcome {}

    /**
     * Git said no.
     *
     * @param complaint what it wrote for people, cut; holds text of the repository's owner
     */
    record Failed(String complaint) implements Outcome {}

    record TimedOut() implements Outcome {}

    record TooMuchOutput() implements Outcome {}

    record NotRun() implements Outcome {}
  }

  Outcome run(Address address, List<String> arguments) {
    Process process;
    try {
      process = prepared(address, arguments).start();
      process.getOutputStream().close();
    } catch (IOException _) {
      return new Outcome.NotRun();
    }
    try {
      return awaited(process, System.nanoTime() + patience.toNanos());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.NotRun();
    } catch (TimeoutException _) {
      return new Outcome.TimedOut();
    } catch (ExecutionException _) {
      return new Outcome.TooMuchOutput();
    } finally {
      kill(process);
    }
  }

  private ProcessBuilder prepared(Address address, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add("git");
    SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
    address.settings().forEach(setting -> words.addAll(List.of("-c", setting)));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).directory(home.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH"));
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.toString());
    environment.put("LC_ALL", "C");
    environment.put("GIT_ALLOW_PROTOCOL", address.protocols());
    environment.put("GIT_ATTR_NOSYSTEM", "1");
    environment.put("GIT_CEILING_DIRECTORIES", String.valueOf(home.getParent()));
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_SSH_COMMAND", address.login().map(SshLogin::command).orElse("false"));
    environment.put("GIT_SSH_VARIANT", "ssh");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    return builder;
  }

  private static Outcome awaited(Process process, long deadline)
      throws InterruptedException, TimeoutException, ExecutionException {
    CompletableFuture<byte[]> output = read(process.getInputStream(), OUTPUT_MAX);
    CompletableFuture<byte[]> complaint = read(process.getErrorStream(), COMPLAINT_MAX);
    byte[] said = output.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    byte[] complained = complaint.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new TimeoutException();
    }
    return process.exitValue() == 0
        ? new Outcome.Succeeded(new String(said, UTF_8))
        : new Outcome.Failed(new String(complained, UTF_8));
  }

  /**
   * A stream is read to its end while the other is, so that git never waits for a full pipe. Not by
   * virtual threads: reading a pipe holds the thread that carries one, and once as many are held as
   * there are processors, for longer than half a minute, JDK 25 runs no other virtual thread.
   */
  private static CompletableFuture<byte[]> read(InputStream stream, int limit) {
    CompletableFuture<byte[]> whole = new CompletableFuture<>();
    Runnable reading =
        () -> {
          try (stream) {
            byte[] read = stream.readNBytes(limit);
            if (stream.read() >= 0) {
              throw new IOException("more than " + limit + " bytes");
            }
            whole.complete(read);
          } catch (IOException e) {
            whole.completeExceptionally(e);
          }
        };
    Thread.ofPlatform().daemon().name("git").start(reading);
    return whole;
  }

  /** Kills git and its children, and waits until they are gone, for they write to the mirror. */
  private static void kill(Process process) {
    if (process.isAlive()) {
      List<ProcessHandle> family =
          Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      family.reversed().forEach(ProcessHandle::destroyForcibly);
      family.forEach(member ->
          member.onExit().completeOnTimeout(member, DEATH_SECONDS, TimeUnit.SECONDS).join());
    }
  }
}
