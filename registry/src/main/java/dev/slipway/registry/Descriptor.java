package dev.slipway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Digest;
import dev.slipway.model.InvalidValue;

/**
 * What one image says of one of its parts.
 *
 * @param size in bytes
 */
public record Descriptor(String mediaType, Digest digest, long size) {

  static Descriptor of(JsonNode node) throws Refusal {
    JsonNode size = node.path("size");
    if (!node.path("mediaType").isTextual()
        || !size.isIntegralNumber()
        || !size.canConvertToLong()) {
      throw malformed();
    }
    if (size.longValue() < 0) {
      throw malformed();
    }
    try {
      return new Descriptor(
          node.path("mediaType").textValue(),
          new Digest(Json.string(node.path("digest"))),
          size.longValue());
    } catch (InvalidValue _) {
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return new Refusal(
        "manifest-malformed",
        "One part of the image has no media type, size and digest (sha256) that can be read.");
  }
}
