package dev.slipway.simulator;

import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The registry of some towns, with an image of each application, away when the repositories are. In
 * the other towns no application follows any. It draws from lots of its own.
 */
public final class ImageHost implements ImageRegistries {

  private static final ImageTag STABLE = new ImageTag("stable");
  private static final int FOLLOWED_PERCENT = 40;
  private static final int LOT = 65;

  private final SourceControl beside;
  private final boolean followed;
  private final Map<ImageSource, Digest> images = new HashMap<>();
  private final List<Said> said = new ArrayList<>();

  /** A tag stands for an image there. */
  public record Said(ImageSource source, Digest digest) {}

  ImageHost(SourceControl beside, long seed) {
    this.beside = beside;
    followed = new SplittableRandom(seed + LOT).nextInt(100) < FOLLOWED_PERCENT;
  }

  /** Whether the applications of this town follow images. */
  public boolean isFollowed() {
    return followed;
  }

  /** What an application follows. */
  static ImageSource source(Program program) {
    return new ImageSource(
        new ImageRepository("registry.example/team/" + program.name()),
        new ImageChoice.Tagged(STABLE));
  }

  /** The tag of an application's image stands for the image of a number. */
  public void push(Program program, int number) {
    Digest digest = Digest.ofHex("%08x%056x".formatted(program.index(), number));
    images.put(source(program), digest);
    said.add(new Said(source(program), digest));
  }

  /** Where applications' images lie. */
  public static ImageRepository repository(Program program) {
    return source(program).repository();
  }

  /** What tags stood for, from the beginning on. */
  List<Said> said() {
    return said;
  }

  @Override
  public Reading<PinnedImage> image(ImageSource source) {
    if (beside.isAway()) {
      return new Reading.Unavailable<>(new Reason("away", "The registry is away."));
    }
    return Optional.ofNullable(images.get(source))
        .<Reading<PinnedImage>>map(
            digest -> new Reading.Read<>(new PinnedImage(source.repository(), STABLE, digest)))
        .orElseGet(
            () -> new Reading.Unusable<>(new Reason("image-not-there", "Nobody pushed any.")));
  }
}
