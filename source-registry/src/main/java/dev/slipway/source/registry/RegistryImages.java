package dev.slipway.source.registry;

import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.outbound.Outbound;
import dev.slipway.registry.Access;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Reading;
import java.util.Optional;
import java.util.Set;

/** Asks registries, with the logins that whoever runs the server gave it. Thread-safe. */
public final class RegistryImages implements ImageRegistries {

  /** A registry that answers so may answer otherwise in a while; the others have to be mended. */
  static final Set<String> PASSING = Set.of("registry-unreachable", "registry-failed", "too-often");

  private final Outbound outbound;
  private final Logins logins;
  private final StandingImages standing;

  /** How the server logs in; read each time, so that it can be changed. */
  @FunctionalInterface
  public interface Logins {

    Access now() throws Refusal;
  }

  public RegistryImages(Outbound outbound, Logins logins, StandingImages standing) {
    this.outbound = outbound;
    this.logins = logins;
    this.standing = standing;
  }

  @Override
  public Reading<PinnedImage> image(ImageSource source) {
    try {
      Access access = logins.now();
      Registries registries = new Registries(outbound, access);
      Reading<PinnedImage> chosen = read(source, registries);
      return source.base().isPresent()
              && chosen instanceof Reading.Read<PinnedImage>(PinnedImage image)
          ? new Reading.Read<>(standing.on(source.base().orElseThrow(), image, registries, access))
          : chosen;
    } catch (Refusal refusal) {
      Reason because = new Reason(refusal.code(), refusal.sentence());
      return PASSING.contains(refusal.code())
          ? new Reading.Unavailable<>(because)
          : new Reading.Unusable<>(because);
    }
  }

  private static Reading<PinnedImage> read(ImageSource source, Registries registries)
      throws Refusal {
    ImageName name = ImageName.parse(source.repository().value());
    Optional<ImageTag> tag =
        switch (source.choice()) {
          case ImageChoice.Tagged(ImageTag one) -> Optional.of(one);
          case ImageChoice.Newest newest -> newest.of(registries.tags(name));
          case ImageChoice.Like like -> like.of(registries.tags(name));
        };
    if (tag.isEmpty()) {
      return none(source);
    }
    Optional<Digest> digest = registries.resolve(name.tagged(tag.orElseThrow().value()));
    return digest.isPresent()
        ? new Reading.Read<>(
            new PinnedImage(source.repository(), tag.orElseThrow(), digest.orElseThrow()))
        : none(source);
  }

  private static Reading<PinnedImage> none(ImageSource source) {
    return new Reading.Unusable<>(
        new Reason("image-not-there", "The registry has no " + source + "."));
  }
}
