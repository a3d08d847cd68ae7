package dev.slipway.registry.rebase;

import java.util.Optional;

/**
 * Where people see what is another one and what is not.
 *
 * @param source the image's own source, which is as it was
 * @param base what came between the two bases, or else the source of the new one
 */
public record Changes(Optional<String> source, Optional<String> base) {

  static Changes of(Image app, Image base, Optional<Image> before) {
    Optional<Origin> now = Origin.of(base.configuration());
    Optional<Origin> then = before.flatMap(image -> Origin.of(image.configuration()));
    return new Changes(
        Origin.of(app.configuration()).map(Origin::link),
        now.flatMap(it -> then.flatMap(it::since)).or(() -> now.map(Origin::link)));
  }
}
