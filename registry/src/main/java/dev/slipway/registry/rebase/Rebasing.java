package dev.slipway.registry.rebase;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageTag;
import dev.slipway.registry.Blobs;
import dev.slipway.registry.Descriptor;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Manifest;
import dev.slipway.registry.Platform;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a rebase needs, has it made, and puts it where it belongs. Used by one thread. */
public final class Rebasing {

  private final Registries registries;
  private final Blobs blobs;
  private final Path room;

  /**
   * @param room a folder for one layer at a time, where a layer has to travel
   */
  public Rebasing(Registries registries, Path room) {
    this.registries = registries;
    this.blobs = registries.blobs();
    this.room = room;
  }

  /**
   * What is wanted.
   *
   * @param to the tag that gets the new image; the one that was named unless told otherwise
   * @param forced whether what may be set aside is
   * @param dry whether nothing is to be written
   */
  public record Wish(
      ImageName image, ImageName runImage, Optional<String> to, boolean forced, boolean dry) {}

  /** Does it, or refuses before anything is at the tag. */
  public Report carryOut(Wish wish) throws Refusal {
    String tag = tag(wish);
    Image app = app(wish.image());
    Image base = base(wish.runImage(), app.configuration().platform());
    Optional<Image> before = before(app, base);
    Rebase made = Rebase.of(app, base, before, wish.forced());
    ImageName target = app.name().tagged(tag);
    Optional<Digest> there = there(wish, app, target);
    boolean changes = !there.equals(Optional.of(made.digest()));
    Map<Blobs.Way, Integer> ways =
        changes && !wish.dry() ? write(base, made, target, there) : Map.of();
    return new Report(
        app.name(),
        target.pinned(made.digest()),
        base.name(),
        Rebase.standingOn(app),
        made.kept().size(),
        made.laid().size(),
        ways,
        outcome(changes, wish.dry()),
        before.isPresent(),
        Changes.of(app, base, before));
  }

  /**
   * Has an image stand on a base, and never by force. Where it does not, what is made of it is put
   * under a tag of its own, at which there may be nothing else; so it can be done again at any
   * time, and no tag moves.
   *
   * @param image by its digest
   * @param tag what becomes of these two images and of no others
   * @return the new image by its digest; empty where the image stands on that base already
   */
  public Optional<ImageName> stand(ImageName image, ImageName base, ImageTag tag) throws Refusal {
    Image app = app(image);
    Image below = base(base, app.configuration().platform());
    if (Rebase.stands(app, below)) {
      return Optional.empty();
    }
    Rebase made = Rebase.of(app, below, before(app, below), false);
    ImageName target = app.name().tagged(tag.value());
    Optional<Digest> there = registries.resolve(target);
    if (there.filter(it -> !it.equals(made.digest())).isPresent()) {
      throw new Refusal(
          "tag-taken",
          "%s is another image than the one that belongs there, and is left as it is; remove it."
              .formatted(target));
    }
    if (there.isEmpty()) {
      write(below, made, target, there);
    }
    return Optional.of(target.pinned(made.digest()));
  }

  /** What the tag has to be when it is written: what was read, where the image is replaced. */
  private Optional<Digest> there(Wish wish, Image app, ImageName target) throws Refusal {
    boolean replaced =
        wish.image().digest().isEmpty()
            && target.tag().equals(wish.image().tag().or(() -> Optional.of("latest")));
    return replaced ? app.name().digest() : registries.resolve(target);
  }

  private static Report.Outcome outcome(boolean changes, boolean dry) {
    if (!changes) {
      return Report.Outcome.UP_TO_DATE;
    }
    return dry ? Report.Outcome.WOULD_WRITE : Report.Outcome.WRITTEN;
  }

  private static String tag(Wish wish) throws Refusal {
    if (wish.to().isEmpty() && wish.image().digest().isPresent()) {
      throw new Refusal(
          "tag-needed",
          "%s is named by its digest, which cannot become another image; say with --to which tag gets the new one."
              .formatted(wish.image()));
    }
    String tag = wish.to().or(() -> wish.image().tag()).orElse("latest");
    if (!ImageTag.is(tag)) {
      throw new Refusal("tag-malformed", "'" + tag + "' is no tag; write one such as 1.4.");
    }
    return tag;
  }

  private Image app(ImageName name) throws Refusal {
    Registries.Found found = registries.read(name);
    return switch (Manifest.parse(found.mediaType(), found.text())) {
      case Manifest.OfImage image -> image(found, image);
      case Manifest.OfIndex _ ->
          throw new Refusal(
              "image-is-index",
              "%s is several images for different machines, and one would take the place of all. Name one of them by its digest, and a tag of its own with --to."
                  .formatted(name));
    };
  }

  private Image base(ImageName name, Platform platform) throws Refusal {
    Registries.Found found = registries.read(name);
    return switch (Manifest.parse(found.mediaType(), found.text())) {
      case Manifest.OfImage image -> image(found, image);
      case Manifest.OfIndex index -> base(name.pinned(member(name, index, platform)), platform);
    };
  }

  private static Digest member(ImageName name, Manifest.OfIndex index, Platform platform)
      throws Refusal {
    List<Digest> fitting =
        index.members().stream()
            .filter(member -> member.platform().equals(platform))
            .map(Manifest.Member::digest)
            .toList();
    if (fitting.size() != 1) {
      throw new Refusal(
          "platform-not-found",
          "%s has %d images for %s, and has to have one; name the right one by its digest."
              .formatted(name, fitting.size(), platform));
    }
    return fitting.getFirst();
  }

  private Image image(Registries.Found found, Manifest.OfImage manifest) throws Refusal {
    return Image.of(
        found.name(), manifest, found.text(), blobs.text(found.name(), manifest.config()));
  }

  /**
   * The base that the image says it stands on. It is looked at only where one of the two images
   * lies: a label must not have anybody else called.
   */
  private Optional<Image> before(Image app, Image base) {
    try {
      ImageName name = ImageName.parse(Rebase.standingOn(app).orElse(""));
      boolean known =
          name.host().equals(app.name().host()) || name.host().equals(base.name().host());
      return known && name.digest().isPresent()
          ? Optional.of(base(name, app.configuration().platform()))
          : Optional.empty();
    } catch (Refusal gone) {
      // Old bases are removed; the image's own label says where its base ends.
      return Optional.empty();
    }
  }

  private Map<Blobs.Way, Integer> write(
      Image base, Rebase made, ImageName target, Optional<Digest> there) throws Refusal {
    List<Blobs.Way> ways = new ArrayList<>();
    for (Descriptor layer : made.laid()) {
      ways.add(blobs.bring(layer, base.name(), target, room));
    }
    blobs.put(target, made.configuration());
    Optional<Digest> now = registries.resolve(target);
    // Somebody else may have done the very same meanwhile, for the result is the same.
    if (!now.equals(there) && !now.equals(Optional.of(made.digest()))) {
      throw new Refusal(
          "tag-moved",
          "%s was pushed by somebody meanwhile, and is left as it is; start again from what it is now."
              .formatted(target));
    }
    registries.write(target, made.mediaType(), made.manifest());
    Map<Blobs.Way, Integer> counted = new EnumMap<>(Blobs.Way.class);
    ways.forEach(way -> counted.merge(way, 1, Integer::sum));
    return counted;
  }
}
