package dev.slipway.config;

import dev.slipway.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample documents among the test resources. */
final class Samples {

  static final Path ROOT = Path.of("src/test/resources");

  private Samples() {}

  /** The files of one folder in the order of their names. */
  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Bytes bytes(Path file) {
    try {
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Bytes bytes(String file) {
    return bytes(ROOT.resolve(file));
  }

  /** One line per problem, as a person would read them. */
  static String problems(Compiled compiled) {
    return switch (compiled) {
      case Compiled.Valid _ -> "valid\n";
      case Compiled.Invalid(List<Problem> problems) ->
          problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
    };
  }
}
