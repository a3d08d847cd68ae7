package dev.slipway.app.telling;

import dev.slipway.model.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is secret of receivers, a file each, in a folder that whoever started the server named. They
 * are read each time, so that they can be changed. Thread-safe.
 *
 * @param folder absent where none was named
 */
public record SecretFiles(Optional<Path> folder) {

  private static final int BYTES_MAX = 8 * 1024;

  /** Something secret cannot be had; the sentence says why, and never what. */
  public static final class Missing extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Missing(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /** The one line that stands in a file. */
  public String read(FileName name) throws Missing {
    String text = whole(name);
    if (text.lines().count() != 1) {
      throw new Missing("The file %s has to hold one line of at most 8 KiB.".formatted(name));
    }
    return text;
  }

  /** What stands in a file, in as many lines as it has. */
  public String whole(FileName name) throws Missing {
    if (folder.isEmpty()) {
      throw new Missing(
          "The server was started without a folder of secret files; start it with --secret-files.");
    }
    Path file = folder.orElseThrow().resolve(name.value());
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(BYTES_MAX + 1);
    } catch (IOException unreadable) {
      throw new Missing(
          "The file %s cannot be read in the server's folder of secret files.".formatted(name));
    }
    String text = new String(content, StandardCharsets.UTF_8).strip();
    if (content.length > BYTES_MAX || text.isEmpty()) {
      throw new Missing("The file %s has to hold something, and at most 8 KiB.".formatted(name));
    }
    return text;
  }
}
