package dev.slipway.registry.rebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A container tool that keeps all of its own in one folder, and removes it in the end. */
final class Podman implements AutoCloseable {

  /** Some machines let nobody raise limits, and its own default tries to. */
  private static final String SETTINGS =
      """
      [engine]
      runtime = "runc"
      cgroup_manager = "cgroupfs"
      events_logger = "none"
      [containers]
      default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
      """;

  private final Path folder;

  Podman(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("containers.conf"), SETTINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it said; it has to succeed. */
  String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("podman", "--log-level=error"));
    command.addAll(List.of("--storage-driver", "vfs", "--root", folder.resolve("root").toString()));
    command.addAll(List.of("--runroot", folder.resolve("run").toString()));
    command.addAll(List.of(arguments));
    return said(command);
  }

  private String said(List<String> command) {
    Path out = folder.resolve("said");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
      builder.redirectError(folder.resolve("errors").toFile());
      builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
      int status = builder.start().waitFor();
      assertThat(status).as("%s: %s", command, Files.readString(folder.resolve("errors"))).isZero();
      return Files.readString(out, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("rm", "--all", "--force", "--time", "0");
    run("rmi", "--all", "--force");
  }
}
