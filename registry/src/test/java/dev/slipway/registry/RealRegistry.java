package dev.slipway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A real registry on this machine. A machine that has none cannot run these tests, and says so;
 * {@code ./slipway test} installs it.
 */
public final class RealRegistry implements AutoCloseable {

  private static final String LISTENING = "msg=\"listening on ";

  private final Process process;
  private final String host;

  private RealRegistry(Process process, String host) {
    this.process = process;
    this.host = host;
  }

  public static RealRegistry open(Path folder) {
    return open(folder, "");
  }

  /**
   * Starts one.
   *
   * @param more of its configuration, such as who may enter
   */
  public static RealRegistry open(Path folder, String more) {
    return open(folder, "127.0.0.1:0", more);
  }

  /** One that has what lies in the folder, at the address of one that is gone. */
  public static RealRegistry again(Path folder, String address, String more) {
    return open(folder, address, more);
  }

  private static RealRegistry open(Path folder, String address, String more) {
    try {
      Files.createDirectories(folder);
      Path settings =
          Files.writeString(
              folder.resolve("settings.yml"),
              """
              version: 0.1
              log: {level: info, formatter: text, accesslog: {disabled: true}}
              storage: {filesystem: {rootdirectory: '%s'}}
              http: {addr: '%s', relativeurls: true, secret: of-this-test}
              %s
              """
                  .formatted(folder.resolve("data"), address, more));
      Process process =
          new ProcessBuilder("docker-registry", "serve", settings.toString())
              .redirectErrorStream(true)
              .start();
      return new RealRegistry(process, listening(process));
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "These tests need docker-registry: ./slipway test installs it", missing);
    }
  }

  /** It says which port it got; what it says afterwards is read too, or it would wait for that. */
  private static String listening(Process process) throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (Optional<String> line = line(said); line.isPresent(); line = line(said)) {
      int at = line.get().indexOf(LISTENING);
      if (at >= 0) {
        // A virtual one that reads a pipe for long would keep all others from running.
        Thread _ = Thread.ofPlatform().daemon().start(() -> said.lines().forEach(_ -> {}));
        String from = line.get().substring(at + LISTENING.length());
        return from.substring(0, from.indexOf('"'));
      }
      all.append(line.get()).append('\n');
    }
    throw new IOException("docker-registry does not start: " + all);
  }

  private static Optional<String> line(BufferedReader said) throws IOException {
    return Optional.ofNullable(said.readLine());
  }

  /** With its port. */
  public String host() {
    return host;
  }

  /** Pushes an image as a tool would. */
  public Digest push(String repository, String tag, Sample image) {
    for (Layer layer : image.layers()) {
      blob(repository, layer.packed());
    }
    blob(repository, image.configuration().getBytes(StandardCharsets.UTF_8));
    return manifest(repository, tag, image.mediaType(), image.manifest());
  }

  public Digest manifest(String repository, String version, String mediaType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Wire.Answer answer =
        Wire.send(
            "PUT",
            "http://" + host + "/v2/" + repository + "/manifests/" + version,
            Map.of("Content-Type", mediaType),
            bytes);
    assertThat(answer.status()).isEqualTo(201);
    return Digests.of(bytes);
  }

  Digest blob(String repository, byte[] bytes) {
    Digest digest = Digests.of(bytes);
    String root = "http://" + host;
    Wire.Answer begun =
        Wire.send("POST", root + "/v2/" + repository + "/blobs/uploads/", Map.of(), new byte[0]);
    Wire.Answer ended =
        Wire.send(
            "PUT",
            root + begun.header("Location").orElseThrow() + "&digest=" + digest,
            Map.of("Content-Type", "application/octet-stream"),
            bytes);
    assertThat(ended.status()).isEqualTo(201);
    return digest;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
