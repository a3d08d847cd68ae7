package dev.slipway.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How one kind of registry tells what happened to its images. */
sealed interface Dialect permits Distribution, DockerHub, Harbor, Quay {

  /** What a notification says. */
  sealed interface Said {

    record Usable(Event event) implements Said {}

    /** It should name a repository, and does not. */
    record Unusable(String sentence) implements Said {}
  }

  static List<Dialect> all() {
    return List.of(new Distribution(), new Harbor(), new DockerHub(), new Quay());
  }

  /** Whether a body is one of this kind. */
  boolean speaks(JsonNode notice);

  /** Whether a body holds the time, so that no other push has the same. */
  boolean isDated();

  Said read(JsonNode notice);

  /** Images of these repositories may have moved. */
  static Said moved(Set<ImageRepository> repositories) {
    return new Said.Usable(new Event.ImagesHinted(repositories.stream().sorted().toList()));
  }

  /**
   * It says nothing of images that moved.
   *
   * @param kind how the registry calls what it tells of
   */
  static Said nothing(String kind) {
    return new Said.Usable(
        new Event.Ignored(
            kind,
            new Reason("no-image-moved", "It tells of no image that was pushed or deleted.")));
  }

  static Optional<String> text(JsonNode value) {
    return Optional.of(value).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  static Optional<ImageRepository> repository(String host, String path) {
    return repository(host + "/" + path);
  }

  static Optional<ImageRepository> repository(String name) {
    try {
      return Optional.of(new ImageRepository(name));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }
}
