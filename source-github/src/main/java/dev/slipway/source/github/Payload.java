package dev.slipway.source.github;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.slipway.model.Reason;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The few fields of a body that matter. The rest is skipped without being built, whatever it holds;
 * GitHub adds and drops fields, so none is refused for being unknown or absent.
 *
 * @param members the names at the top whose values are not null
 * @param texts the top-level values that are text, by name
 * @param addresses the repository's values that are text, by name
 * @param heads the commits that objects at the top are about, by the object's name
 */
record Payload(
    Set<String> members,
    Map<String, String> texts,
    Map<String, String> addresses,
    Map<String, String> heads)
    implements PayloadReading {

  private static final Set<String> WANTED = Set.of("ref", "before", "after", "sha");
  private static final Set<String> ABOUT_COMMITS =
      Set.of("check_run", "check_suite", "workflow_run");
  private static final String HEAD = "head_sha";
  private static final Set<String> WANTED_OF_REPOSITORY =
      Set.of("clone_url", "ssh_url", "git_url", "html_url");

  private static final int DEPTH_MAX = 64;
  private static final int TEXT_LENGTH_MAX = 4 * 1024 * 1024;
  private static final int MEMBERS_MAX = 1000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(TEXT_LENGTH_MAX)
                  .maxDocumentLength(GitHubReceiver.BODY_SIZE_MAX)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  static PayloadReading read(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? readObject(parser)
          : new PayloadReading.Unreadable(
              new Reason("body-not-an-object", "The body is not a JSON object."));
    } catch (IOException e) {
      return unreadable("The body is not JSON, or nested deeper than 64 levels.");
    }
  }

  private static PayloadReading readObject(JsonParser parser) throws IOException {
    Set<String> members = new HashSet<>();
    Map<String, String> texts = new TreeMap<>();
    Map<String, String> addresses = new TreeMap<>();
    Map<String, String> heads = new TreeMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value != JsonToken.VALUE_NULL && !members.add(name)) {
        return unreadable("A member of the body is there twice.");
      }
      if (members.size() > MEMBERS_MAX) {
        return unreadable("The body has more than 1,000 members.");
      }
      if (name.equals("repository") && value == JsonToken.START_OBJECT) {
        readTexts(parser, WANTED_OF_REPOSITORY, addresses);
      } else if (ABOUT_COMMITS.contains(name) && value == JsonToken.START_OBJECT) {
        Map<String, String> head = new TreeMap<>();
        readTexts(parser, Set.of(HEAD), head);
        Optional.ofNullable(head.get(HEAD)).ifPresent(sha -> heads.put(name, sha));
      } else if (WANTED.contains(name) && value == JsonToken.VALUE_STRING) {
        texts.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return parser.nextToken() == null
        ? new Payload(
            Set.copyOf(members), Map.copyOf(texts), Map.copyOf(addresses), Map.copyOf(heads))
        : unreadable("Something follows the JSON object of the body.");
  }

  private static void readTexts(JsonParser parser, Set<String> wanted, Map<String, String> into)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING && wanted.contains(name)) {
        into.putIfAbsent(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** The commit that an object at the top is about. */
  Optional<String> head(String object) {
    return Optional.ofNullable(heads.get(object));
  }

  private static PayloadReading unreadable(String sentence) {
    return new PayloadReading.Unreadable(new Reason("body-not-readable", sentence));
  }
}
