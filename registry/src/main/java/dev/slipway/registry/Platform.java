package dev.slipway.registry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What machines an image is for.
 *
 * @param variant empty where there is none
 */
public record Platform(String os, String architecture, String variant) {

  static Platform ofIndex(JsonNode node) {
    return new Platform(
        Json.string(node.path("os")),
        Json.string(node.path("architecture")),
        Json.string(node.path("variant")));
  }

  @Override
  public String toString() {
    return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
  }
}
