package dev.slipway.registry.rebase;

import dev.slipway.model.Digest;
import dev.slipway.registry.Descriptor;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What an image is once it stands on another base. It knows no time, so that the same images make
 * the same one, and its own layers are those that it had.
 *
 * @param digest of the manifest
 * @param laid the base's layers, which have to be brought to it
 * @param kept the image's own layers, which are there
 */
public record Rebase(
    Digest digest,
    String mediaType,
    String manifest,
    String configuration,
    List<Descriptor> laid,
    List<Descriptor> kept) {

  public Rebase {
    laid = List.copyOf(laid);
    kept = List.copyOf(kept);
  }

  /**
   * Makes it, if all that has to hold does.
   *
   * @param before the base that the image says it stands on, where that can be read
   * @param forced whether what may be set aside is
   */
  public static Rebase of(Image app, Image base, Optional<Image> before, boolean forced)
      throws Refusal {
    RunImage standing = RunImage.of(app);
    int below = below(app, standing);
    if (base.configuration().diffIds().isEmpty()) {
      throw new Refusal("base-empty", base.name() + " has no layers; name an image that has.");
    }
    Guards.compatible(app, base);
    if (!forced) {
      Guards.markedRebasable(app);
      Guards.namesBase(app, standing, base);
      if (before.isPresent()) {
        Guards.standsOn(app, below, before.get());
      }
    }
    String configuration = Splice.configuration(app, base, below, standing);
    String manifest = Splice.manifest(app, base, below, configuration);
    return new Rebase(
        Sha256.of(manifest),
        app.manifest().mediaType(),
        manifest,
        configuration,
        base.manifest().layers(),
        app.manifest().layers().subList(below, app.manifest().layers().size()));
  }

  /** Whether an image stands on just this base: its lower layers are those of the base. */
  static boolean stands(Image app, Image base) throws Refusal {
    return app.configuration()
        .diffIds()
        .subList(0, below(app, RunImage.of(app)))
        .equals(base.configuration().diffIds());
  }

  /** How many of the image's layers are its base. */
  private static int below(Image app, RunImage standing) throws Refusal {
    int top = app.configuration().diffIds().indexOf(standing.topLayer());
    if (top != app.configuration().diffIds().lastIndexOf(standing.topLayer())) {
      throw new Refusal(
          "top-layer-twice",
          "%s has the uppermost layer of its base, %s, more than once, so nobody knows where its base ends; rebuild it."
              .formatted(app.name(), standing.topLayer()));
    }
    if (top < 0) {
      throw new Refusal(
          "top-layer-not-found",
          "%s names %s as the uppermost layer of its base, and has no such layer; rebuild it."
              .formatted(app.name(), standing.topLayer()));
    }
    return top + 1;
  }

  /** The base that an image says it stands on, by digest. */
  public static Optional<String> standingOn(Image app) throws Refusal {
    return RunImage.of(app).reference();
  }
}
