package dev.slipway.source.registry;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageBase;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.image.Rebased;
import dev.slipway.model.image.RebasedTag;
import dev.slipway.outbound.Outbound;
import dev.slipway.registry.Access;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import dev.slipway.registry.Sha256;
import dev.slipway.registry.rebase.Rebasing;
import dev.slipway.source.Recent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has images stand on what their bases are now. The same image and the same base are put together
 * once, and what came of it is remembered, as long as the server runs; asked again, it costs one
 * question, which image the base is. Thread-safe.
 */
public final class StandingImages {

  /** What was refused may be mended where nobody sees it, such as a right to write. */
  private static final Duration REFUSED_FOR = Duration.ofMinutes(10);

  private final Outbound outbound;
  private final Path room;
  private final InstantSource clock;
  private final Recent<Pair, Outcome> remembered = new Recent<>();

  /**
   * @param outbound with patience enough for a registry that takes a layer over
   * @param room a folder for layers that have to travel between two registries
   */
  public StandingImages(Outbound outbound, Path room, InstantSource clock) {
    this.outbound = outbound;
    this.room = room;
    this.clock = clock;
  }

  /** An image, and what its base is. */
  private record Pair(PinnedImage image, ImageBase base, Digest digest) {}

  /** What came of two images. */
  private sealed interface Outcome {

    record Stands(PinnedImage image) implements Outcome {}

    record Refused(Refusal because, Instant until) implements Outcome {}
  }

  /**
   * The image that stands on the base: this one where it does, and else the one that was made of it
   * and lies beside it.
   */
  PinnedImage on(ImageBase base, PinnedImage image, Registries looking, Access access)
      throws Refusal {
    ImageName name = ImageName.parse(base.toString());
    Digest digest =
        looking
            .resolve(name)
            .orElseThrow(() ->
                new Refusal("base-not-there", "The registry has no " + base + " to stand on."));
    Pair pair = new Pair(image, base, digest);
    Optional<Outcome> known = remembered.get(pair).filter(this::counts);
    if (known.isPresent()) {
      return switch (known.orElseThrow()) {
        case Outcome.Stands(PinnedImage stands) -> stands;
        case Outcome.Refused(Refusal because, Instant _) -> throw because;
      };
    }
    try {
      PinnedImage stands = stand(pair, name.pinned(digest), new Registries(outbound, access));
      remembered.put(pair, new Outcome.Stands(stands));
      return stands;
    } catch (Refusal because) {
      if (!RegistryImages.PASSING.contains(because.code())) {
        remembered.put(pair, new Outcome.Refused(because, clock.instant().plus(REFUSED_FOR)));
      }
      throw because;
    }
  }

  private boolean counts(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Stands _ -> true;
      case Outcome.Refused(Refusal _, Instant until) -> clock.instant().isBefore(until);
    };
  }

  private PinnedImage stand(Pair pair, ImageName base, Registries registries) throws Refusal {
    PinnedImage image = pair.image();
    ImageTag own =
        RebasedTag.of(image.tag(), Sha256.of(image.digest().value() + " " + pair.digest().value()));
    try {
      Path folder = Files.createTempDirectory(room, "rebase");
      try {
        return new Rebasing(registries, folder)
            .stand(ImageName.parse(image.toString()), base, own)
            .flatMap(ImageName::digest)
            .map(made ->
                new PinnedImage(
                    image.repository(),
                    own,
                    made,
                    Optional.of(new Rebased(image.tag(), image.digest(), pair.digest()))))
            .orElse(image);
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException unwritable) {
      throw new Refusal("no-room", "Layers on their way cannot be kept in " + room + ".");
    }
  }
}
