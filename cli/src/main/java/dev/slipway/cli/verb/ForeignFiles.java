package dev.slipway.cli.verb;

import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Visible;
import dev.slipway.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Reads another system's files: plain ones of a folder, no links, and none beyond a limit. */
final class ForeignFiles {

  private static final String FOLDER = "deploy";
  private static final int FILES_MAX = 50;
  private static final int BYTES_MAX = 1 << 20;

  private ForeignFiles() {}

  /** The folder that is meant: itself, or the one in it. */
  static Path folder(Path named) {
    Path inner = named.resolve(FOLDER);
    return Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS) ? inner : named;
  }

  /** What the folder is about: what it lies in is called so. */
  static String name(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Path about =
        Optional.ofNullable(whole.getParent()).filter(_ -> whole.endsWith(FOLDER)).orElse(whole);
    return String.valueOf(about.getFileName());
  }

  /** Every JSON and YAML file of a folder, by name. */
  static SequencedMap<String, Bytes> of(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> file.toString().matches("(?s).*\\.(?:json|ya?ml)"))
              .sorted()
              .limit(FILES_MAX + 1L)
              .toList();
      if (files.size() > FILES_MAX) {
        throw Failure.because(
            "%s has more than %d files.".formatted(Visible.of(folder.toString()), FILES_MAX));
      }
      SequencedMap<String, Bytes> texts = new LinkedHashMap<>();
      files.forEach(file -> texts.put(String.valueOf(file.getFileName()), bytes(file)));
      return texts;
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** A byte more than may be read is enough to be told that it is too much. */
  static Bytes bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.of(in.readNBytes(BYTES_MAX + 1));
    } catch (NoSuchFileException _) {
      throw Failure.because("There is no file " + Visible.of(file.toString()) + ".");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Failure unreadable(Path file, IOException cause) {
    return Failure.because(Visible.of("Cannot read %s: %s".formatted(file, cause.getMessage())));
  }
}
