package dev.slipway.engine.fold;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Which images applications follow, and which those were, as far as was read. */
public record Images(PMap<ApplicationName, PMap<ImageSource, ImageState>> byApplication) {

  static final Images NONE = new Images(HashTreePMap.empty());

  /**
   * What an application follows.
   *
   * @param n how often it moved since it is followed
   * @param readAt when this was read from the registry
   */
  public record ImageState(long n, ImageTag tag, Digest digest, Instant readAt) {}

  /** What a definition follows, each once. */
  public static List<ImageSource> followed(ApplicationDefinition definition) {
    return definition.parameters().stream()
        .flatMap(List::stream)
        .flatMap((ParameterDefinition one) -> one.follows().stream())
        .distinct()
        .toList();
  }

  /** What was read last; empty where nothing was read since it is followed. */
  public Optional<ImageState> of(ApplicationName application, ImageSource source) {
    return Optional.ofNullable(of(application).get(source));
  }

  /** The image that was read last. */
  public Optional<PinnedImage> pinned(ApplicationName application, ImageSource source) {
    return of(application, source)
        .map(state -> new PinnedImage(source.repository(), state.tag(), state.digest()));
  }

  private PMap<ImageSource, ImageState> of(ApplicationName application) {
    return byApplication.getOrDefault(application, HashTreePMap.empty());
  }

  Images with(ImageMoved entry) {
    ImageState state = new ImageState(entry.n(), entry.tag(), entry.digest(), entry.readAt());
    return with(entry.application(), of(entry.application()).plus(entry.source(), state));
  }

  /** What is not followed any more is forgotten; followed again, it is seen for the first time. */
  Images with(ApplicationDefined entry) {
    ApplicationName application = entry.definition().name();
    List<ImageSource> followed = followed(entry.definition());
    PMap<ImageSource, ImageState> kept = of(application);
    for (ImageSource source : of(application).keySet()) {
      kept = followed.contains(source) ? kept : kept.minus(source);
    }
    return kept.isEmpty() ? new Images(byApplication.minus(application)) : with(application, kept);
  }

  Images with(ApplicationRemoved entry) {
    return new Images(byApplication.minus(entry.application()));
  }

  private Images with(ApplicationName application, PMap<ImageSource, ImageState> images) {
    return new Images(byApplication.plus(application, images));
  }
}
