package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.Documents;
import dev.slipway.wire.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads documents from this machine's files, and names what was found in them. */
final class DocumentFiles {

  private static final long FILE_BYTES_MAX = 1 << 20;

  private DocumentFiles() {}

  static Documents read(List<Path> files) {
    return new Documents(
        files.stream().map(file -> new File(file.toString(), content(file))).toList());
  }

  static String names(JsonNode answer) {
    return Visible.of(
        Fields.items(answer, "documents").stream()
            .map(one -> Fields.text(one, "kind") + " " + Fields.text(one, "name"))
            .collect(Collectors.joining(", ")));
  }

  private static String content(Path file) {
    String name = Visible.of(file.toString());
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw Failure.because(name + " is larger than a document may be (1 MiB).");
      }
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      throw Failure.because("There is no file " + name + ".");
    } catch (CharacterCodingException _) {
      throw Failure.because(name + " is not UTF-8 text.");
    } catch (IOException e) {
      throw Failure.because("Cannot read " + name + ": " + e.getMessage());
    }
  }
}
