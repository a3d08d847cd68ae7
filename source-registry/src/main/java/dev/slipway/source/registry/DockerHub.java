package dev.slipway.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Docker Hub. The address that it wants to be called back at is never called. */
record DockerHub() implements Dialect {

  private static final String HOST = "docker.io";

  @Override
  public boolean speaks(JsonNode notice) {
    return notice.path("push_data").isObject() && notice.path("repository").isObject();
  }

  @Override
  public boolean isDated() {
    return true;
  }

  @Override
  public Said read(JsonNode notice) {
    return Dialect.text(notice.path("repository").path("repo_name"))
        .flatMap(path -> Dialect.repository(HOST, path))
        .map(repository -> Dialect.moved(Set.of(repository)))
        .orElseGet(() -> new Said.Unusable("'repository.repo_name' must be namespace/name."));
  }
}
