package dev.slipway.source.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page of a list that GitHub answers.
 *
 * @param total how many there are on all pages
 * @param items the values of each that are text, by name; all else of it is skipped
 */
record Page(int total, List<Map<String, String>> items) {

  private static final int ITEMS_MAX = 1_000;
  private static final int DEPTH_MAX = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  Page {
    items = List.copyOf(items);
  }

  /** Reads the list of this name; empty where the text holds no such page. */
  static Optional<Page> read(String text, String list) {
    try (JsonParser parser = JSON.createParser(text)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? readObject(parser, list)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<Page> readObject(JsonParser parser, String list) throws IOException {
    Optional<Integer> total = Optional.empty();
    Optional<List<Map<String, String>>> items = Optional.empty();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("total_count") && value == JsonToken.VALUE_NUMBER_INT) {
        total = Optional.of(parser.getIntValue());
      } else if (name.equals(list) && value == JsonToken.START_ARRAY) {
        items = readItems(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || total.isEmpty() || items.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Page(total.orElseThrow(), items.orElseThrow()));
  }

  private static Optional<List<Map<String, String>>> readItems(JsonParser parser)
      throws IOException {
    List<Map<String, String>> items = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      items.add(readTexts(parser));
      if (items.size() > ITEMS_MAX) {
        return Optional.empty();
      }
    }
    return parser.currentToken() == JsonToken.END_ARRAY ? Optional.of(items) : Optional.empty();
  }

  private static Map<String, String> readTexts(JsonParser parser) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return texts;
  }
}
