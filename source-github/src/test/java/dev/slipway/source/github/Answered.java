package dev.slipway.source.github;

import com.fasterxml.jackson.databind.JsonNode;

/** What the stand-in answers. */
record Answered(int status, JsonNode body) {

  static Answered message(int status, String text) {
    return new Answered(
        status,
        Contract.JSON
            .createObjectNode()
            .put("message", text)
            .put("documentation_url", "https://docs.github.com/rest"));
  }
}
