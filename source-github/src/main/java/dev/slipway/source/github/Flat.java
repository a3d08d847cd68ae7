package dev.slipway.source.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The texts and numbers of an answer by where they stand in it, such as {@code 0.id} or {@code
 * errors.0.contexts.1.state}. Stateless.
 */
final class Flat {

  private static final int VALUES_MAX = 50_000;
  private static final int DEPTH_MAX = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Flat() {}

  /** Empty where the text is no JSON, or holds more than anybody looks at. */
  static Optional<Map<String, String>> read(String text) {
    return read(text, _ -> true);
  }

  /** The same, of those places alone that are wanted. */
  static Optional<Map<String, String>> read(String text, Predicate<String> wanted) {
    Map<String, String> values = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
          String place = place(parser);
          if (wanted.test(place)) {
            values.put(place, parser.getText());
          }
        }
        if (values.size() > VALUES_MAX) {
          return Optional.empty();
        }
      }
      return Optional.of(values);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String place(JsonParser parser) {
    return parser
        .getParsingContext()
        .pathAsPointer()
        .toString()
        .replaceFirst("^/", "")
        .replace('/', '.');
  }
}
