package dev.slipway.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads the API's answers. Additive changes of the API are no trouble for an older client: what is
 * not known is not looked at, and what is absent is shown as {@value #NOTHING}.
 */
public final class Fields {

  /** What stands for a value that is absent. */
  public static final String NOTHING = "-";

  private static final int SHORT_SHA_LENGTH = 10;

  private Fields() {}

  /** The value under a path such as {@code inForce.number}, or {@value #NOTHING}. */
  public static String text(JsonNode node, String path) {
    return found(node, path).orElse(NOTHING);
  }

  /** The value under a path, if there is one. */
  public static Optional<String> found(JsonNode node, String path) {
    JsonNode value = node.at("/" + path.replace('.', '/'));
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** A commit's id, short enough for a table. */
  public static String sha(JsonNode node, String path) {
    String sha = text(node, path);
    return sha.length() > SHORT_SHA_LENGTH ? sha.substring(0, SHORT_SHA_LENGTH) : sha;
  }

  /** The sentence of a reason, or nothing at all. */
  public static String sentence(JsonNode node, String path) {
    return found(node, path + ".sentence").orElse("");
  }

  /** The elements of an array, or of a page's {@code items}. */
  public static List<JsonNode> items(JsonNode node, String path) {
    return StreamSupport.stream(node.at("/" + path.replace('.', '/')).spliterator(), false)
        .toList();
  }

  /** An array of words as one text. */
  public static String joined(JsonNode node, String path, String separator) {
    return String.join(separator, items(node, path).stream().map(JsonNode::asText).toList());
  }
}
