package dev.slipway.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Harbor's webhooks, in what it calls their default format. */
record Harbor() implements Dialect {

  private static final Set<String> MOVES = Set.of("PUSH_ARTIFACT", "DELETE_ARTIFACT");

  @Override
  public boolean speaks(JsonNode notice) {
    return notice.path("event_data").isObject() && notice.path("type").isTextual();
  }

  @Override
  public boolean isDated() {
    return true;
  }

  @Override
  public Said read(JsonNode notice) {
    if (!MOVES.contains(notice.path("type").textValue())) {
      return Dialect.nothing("notification");
    }
    JsonNode data = notice.path("event_data");
    Optional<String> host =
        Dialect.text(data.path("resources").path(0).path("resource_url"))
            .map(url -> url.replaceFirst("/.*", ""));
    return Dialect.text(data.path("repository").path("repo_full_name"))
        .flatMap(path -> host.flatMap(at -> Dialect.repository(at, path)))
        .map(repository -> Dialect.moved(Set.of(repository)))
        .orElseGet(() ->
            new Said.Unusable(
                "'event_data' must name 'repository.repo_full_name' and a 'resource_url'."));
  }
}
