package dev.slipway.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * JSON as registries and images hold it. What is not understood is kept as it stands, and in its
 * order, so that what is written again differs only where it was changed. Stateless.
 */
public final class Json {

  private static final int DEPTH_MAX = 50;
  private static final int TEXT_MAX = 4 * 1024 * 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(TEXT_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Reads an object, each time a new one.
   *
   * @param what begins the sentence where it is none
   */
  public static ObjectNode object(String text, String code, String what) throws Refusal {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new Refusal(code, what + " is no JSON that can be read.");
    }
    throw new Refusal(code, what + " is no JSON object.");
  }

  /** Reads a list of texts. */
  public static List<String> texts(String text, String code, String what) throws Refusal {
    try {
      if (MAPPER.readTree(text) instanceof ArrayNode array
          && array.valueStream().allMatch(JsonNode::isTextual)) {
        return array.valueStream().map(JsonNode::textValue).toList();
      }
    } catch (JsonProcessingException malformed) {
      throw new Refusal(code, what + " is no JSON that can be read.");
    }
    throw new Refusal(code, what + " is no list of texts.");
  }

  /** The text that a node is; empty where it is something else or missing. */
  public static String string(JsonNode node) {
    return node.isTextual() ? node.textValue() : "";
  }

  /** Writes it in the shortest way, which is always the same one. */
  public static String text(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
