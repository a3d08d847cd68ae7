package dev.slipway.config;

import dev.slipway.config.schema.Shape;
import dev.slipway.config.schema.Shapes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The published schemas (JSON Schema 2020-12), for editors. Stateless. */
public final class Schemas {

  /** The schema that takes a document of any kind. */
  public static final String ANY = "document";

  private Schemas() {}

  /** The kinds of documents that have a schema of their own. */
  public static List<String> kinds() {
    return Shapes.DOCUMENTS.stream().map(Shape::name).toList();
  }

  /** The schema of one kind, or of {@link #ANY}; absent when there is no such kind. */
  public static Optional<String> of(String kind) {
    return kinds().contains(kind) || kind.equals(ANY) ? Optional.of(read(kind)) : Optional.empty();
  }

  private static String read(String kind) {
    String name = "/schema/" + kind + ".schema.json";
    try (InputStream file = Objects.requireNonNull(Schemas.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
