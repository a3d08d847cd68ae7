package dev.slipway.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.image.ImageRepository;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The reference registry, and what is built on it: an envelope of events, one for each layer and
 * each manifest. The host is the one by which whoever pushed reached it.
 */
record Distribution() implements Dialect {

  /** The rest of one envelope is found by the next look. */
  private static final int REPOSITORIES_MAX = 100;

  private static final Set<String> MANIFESTS =
      Set.of(
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.docker.distribution.manifest.v2+json",
          "application/vnd.docker.distribution.manifest.list.v2+json");

  @Override
  public boolean speaks(JsonNode notice) {
    return notice.path("events").isArray();
  }

  @Override
  public boolean isDated() {
    return true;
  }

  @Override
  public Said read(JsonNode notice) {
    Set<ImageRepository> repositories = new TreeSet<>();
    boolean nameless = false;
    for (JsonNode event : notice.path("events")) {
      if (isOfImage(event)) {
        Optional<ImageRepository> repository = repository(event);
        nameless |= repository.isEmpty();
        repository.filter(_ -> repositories.size() < REPOSITORIES_MAX).ifPresent(repositories::add);
      }
    }
    if (!repositories.isEmpty()) {
      return Dialect.moved(repositories);
    }
    return nameless
        ? new Said.Unusable("An event's 'target' must name its repository, and 'request' its host.")
        : Dialect.nothing("notification");
  }

  private static boolean isOfImage(JsonNode event) {
    JsonNode target = event.path("target");
    return switch (Dialect.text(event.path("action")).orElse("")) {
      case "push" -> Dialect.text(target.path("mediaType")).filter(MANIFESTS::contains).isPresent();
      // Of what was deleted not every version tells the kind.
      case "delete" -> true;
      default -> false;
    };
  }

  private static Optional<ImageRepository> repository(JsonNode event) {
    JsonNode target = event.path("target");
    Stream<String> hosts =
        Stream.of(
                Dialect.text(event.path("request").path("host")),
                Dialect.text(target.path("url")).map(url -> url.replaceFirst("^https?://", "")))
            .flatMap(Optional::stream)
            .map(host -> host.replaceFirst("/.*", ""));
    return Dialect.text(target.path("repository")).stream()
        .flatMap(path -> hosts.flatMap(host -> Dialect.repository(host, path).stream()))
        .findFirst();
  }
}
