package dev.slipway.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.codec.shape.Undecodable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON from outside, strictly and within bounds: no duplicate keys, nothing after the value,
 * at most 64 levels. Stateless; thread-safe.
 */
final class Json {

  private static final int DEPTH_MAX = 64;
  private static final int NUMBER_LENGTH_MAX = 20;
  private static final int NAME_LENGTH_MAX = 4 * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(NUMBER_LENGTH_MAX)
                          .maxNameLength(NAME_LENGTH_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws Undecodable when there are more than {@code sizeMax} bytes, or they are not UTF-8, or
   *     not one JSON value
   */
  static JsonNode read(byte[] bytes, int sizeMax) {
    if (bytes.length > sizeMax) {
      throw new Undecodable("", "is larger than " + sizeMax + " bytes");
    }
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new Undecodable("", "is not UTF-8");
    }
  }

  /** As {@link #read(byte[], int)}, with the bound in characters. */
  static JsonNode read(String text, int sizeMax) {
    if (text.length() > sizeMax) {
      throw new Undecodable("", "is longer than " + sizeMax + " characters");
    }
    return parse(text);
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode value = MAPPER.readTree(text);
      if (value.isMissingNode()) {
        throw new Undecodable("", "is empty");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new Undecodable("", "is not well-formed JSON");
    }
  }
}
