package dev.slipway.source.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.source.Recognition.Refused;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The few fields of a JSON object that are wanted. The rest is skipped without being built,
 * whatever it holds: hosts add, drop and retype fields, so none is refused for being unknown,
 * absent or of another type.
 *
 * @param members the names at the top whose values are not null
 * @param texts the wanted values that are text, by path such as {@code ref} or {@code
 *     repository.clone_url}
 */
public record Fields(Set<String> members, Map<String, String> texts) implements FieldsReading {

  /** The largest body that is read, in bytes; the hosts themselves send no more. */
  public static final int BODY_SIZE_MAX = 25 * 1024 * 1024;

  private static final int DEPTH_MAX = 64;
  private static final int TEXT_LENGTH_MAX = 4 * 1024 * 1024;
  private static final int MEMBERS_MAX = 1000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(TEXT_LENGTH_MAX)
                  .maxDocumentLength(BODY_SIZE_MAX)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  public Fields {
    members = Set.copyOf(members);
    texts = Map.copyOf(texts);
  }

  /** Reads what stands at the wanted paths, each some names with a dot between. */
  public static FieldsReading read(byte[] body, Set<String> wanted) {
    try (JsonParser parser = JSON.createParser(body)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? readObject(parser, wanted)
          : new Unreadable(
              Refused.malformed("body-not-an-object", "The body is not a JSON object."));
    } catch (IOException _) {
      return unreadable("The body is not JSON, or nested deeper than 64 levels.");
    }
  }

  /** The value at a wanted path, where it is text. */
  public Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /** The first of these values that is a usable address of a repository. */
  public Optional<RepositoryUrl> repository(List<String> paths) {
    return paths.stream()
        .flatMap(path -> text(path).stream())
        .flatMap(text -> address(text).stream())
        .findFirst();
  }

  private static Optional<RepositoryUrl> address(String text) {
    try {
      return Optional.of(new RepositoryUrl(text));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  private static FieldsReading readObject(JsonParser parser, Set<String> wanted)
      throws IOException {
    Set<String> within = prefixes(wanted);
    Set<String> members = new HashSet<>();
    Map<String, String> texts = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value != JsonToken.VALUE_NULL && !members.add(name)) {
        return unreadable("A member of the body is there twice.");
      }
      if (members.size() > MEMBERS_MAX) {
        return unreadable("The body has more than 1,000 members.");
      }
      if (value == JsonToken.START_OBJECT && within.contains(name + ".")) {
        readInner(parser, name + ".", wanted, within, texts);
      } else if (name.contains(".")) {
        // It must not pass for a field within another.
        parser.skipChildren();
      } else {
        keep(parser, name, wanted, texts);
      }
    }
    return parser.nextToken() == null
        ? new Fields(members, texts)
        : unreadable("Something follows the JSON object of the body.");
  }

  private static void readInner(
      JsonParser parser,
      String prefix,
      Set<String> wanted,
      Set<String> within,
      Map<String, String> texts)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String path = prefix + name;
      JsonToken value = parser.nextToken();
      if (name.contains(".")) {
        // It must not pass for a field within another.
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT && within.contains(path + ".")) {
        readInner(parser, path + ".", wanted, within, texts);
      } else {
        keep(parser, path, wanted, texts);
      }
    }
  }

  private static void keep(
      JsonParser parser, String path, Set<String> wanted, Map<String, String> texts)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING && wanted.contains(path)) {
      texts.putIfAbsent(path, parser.getText());
    } else {
      parser.skipChildren();
    }
  }

  /** What wanted paths of several names begin with, such as {@code repository.}. */
  private static Set<String> prefixes(Set<String> wanted) {
    return wanted.stream()
        .flatMap(path ->
            IntStream.range(0, path.length())
                .filter(at -> path.charAt(at) == '.')
                .mapToObj(at -> path.substring(0, at + 1)))
        .collect(Collectors.toSet());
  }

  private static Unreadable unreadable(String sentence) {
    return new Unreadable(Refused.malformed("body-not-readable", sentence));
  }
}
