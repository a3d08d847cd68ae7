package dev.slipway.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Unexpected;
import dev.slipway.app.outside.Web;
import dev.slipway.model.Sha;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a running shop says of itself when it is asked from outside. */
record Shop(URI url, String commit, long pid) {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);

  /**
   * Asks the shop of an environment at the address that its target reports; empty when nothing
   * answers there.
   */
  static Optional<Shop> find(ShopApi api, String environment) {
    JsonNode instance = api.instance(environment);
    if (!instance.path("details").has("url")) {
      return Optional.empty();
    }
    URI url = ShopApi.url(instance);
    return Web.get(url, Map.of())
        .filter(answer -> answer.status() == 200)
        .map(answer -> ShopApi.read(answer.body()))
        .map(body -> new Shop(url, body.path("commit").asText(), body.path("pid").asLong()));
  }

  static Shop visit(ShopApi api, String environment) {
    return Patience.until(
        "the shop in " + environment + " to answer", ANSWER_MAX, () -> find(api, environment));
  }

  Shop requireCommit(Sha expected) {
    if (!commit.equals(expected.value())) {
      throw new Unexpected(url + " runs " + commit + " and should run " + expected);
    }
    return this;
  }
}
