package dev.slipway.app.demo;

import dev.slipway.model.Sha;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sample application in a real Git repository: a bare origin, and a clone to commit in. */
final class SampleRepository {

  private static final String SAMPLE = "/demo/shop/";

  private final Path origin;
  private final Path clone;

  private SampleRepository(Path origin, Path clone) {
    this.origin = origin;
    this.clone = clone;
  }

  static SampleRepository make(Path folder) {
    SampleRepository repository =
        new SampleRepository(folder.resolve("shop.git"), folder.resolve("shop"));
    repository.git(folder, "init", "-q", "--bare", "-b", "main", repository.origin.toString());
    repository.git(folder, "init", "-q", "-b", "main", repository.clone.toString());
    repository.git(repository.clone, "remote", "add", "origin", repository.origin.toString());
    repository.write(
        "slipway.yaml",
        repository.sample("slipway.yaml").replace("@JAVA_HOME@", System.getProperty("java.home")));
    repository.write("bin/web", repository.sample("bin/web"));
    repository.write("src/Web.java", repository.sample("src/Web.java"));
    if (!repository.clone.resolve("bin/web").toFile().setExecutable(true)) {
      throw new DemoFailed("bin/web cannot be made executable in " + repository.clone);
    }
    return repository;
  }

  String url() {
    return origin.toUri().toString().replaceFirst("/$", "");
  }

  /** Commits a new offer and pushes it; an empty offer makes the shop's health check fail. */
  Sha push(String offer) {
    write("offer.txt", offer);
    git(clone, "add", "-A");
    git(clone, "commit", "-q", "-m", "Offer: " + offer);
    git(clone, "push", "-q", "origin", "main");
    return new Sha(git(clone, "rev-parse", "HEAD").strip());
  }

  private String sample(String name) {
    try (InputStream in = SampleRepository.class.getResourceAsStream(SAMPLE + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(String name, String content) {
    try {
      Path file = clone.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String git(Path folder, String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=Demo", "-c", "user.email=demo@localhost"));
    command.addAll(List.of("-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new DemoFailed("git " + String.join(" ", arguments) + " failed: " + output);
      }
      return output;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DemoFailed("The demo was interrupted");
    }
  }
}
