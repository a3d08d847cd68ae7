package dev.slipway.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Quay's notifications of pushes. They hold no time. */
record Quay() implements Dialect {

  @Override
  public boolean speaks(JsonNode notice) {
    return notice.has("docker_url") && notice.has("updated_tags");
  }

  @Override
  public boolean isDated() {
    return false;
  }

  @Override
  public Said read(JsonNode notice) {
    return Dialect.text(notice.path("docker_url"))
        .flatMap(Dialect::repository)
        .map(repository -> Dialect.moved(Set.of(repository)))
        .orElseGet(() -> new Said.Unusable("'docker_url' must be a registry and a path there."));
  }
}
