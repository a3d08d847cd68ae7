package dev.slipway.registry.rebase;

import dev.slipway.registry.Blobs;
import dev.slipway.registry.ImageName;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a rebase.
 *
 * @param image as it was, by digest
 * @param result the tag, and what it is now or would be
 * @param base the new base, by digest
 * @param baseBefore as the image names it
 * @param layersKept the image's own, none of which was read or written
 * @param baseLayers the base's
 * @param ways how the base's layers got there; empty where nothing was written
 * @param compared whether the base before could be read, and was held against the image
 */
public record Report(
    ImageName image,
    ImageName result,
    ImageName base,
    Optional<String> baseBefore,
    int layersKept,
    int baseLayers,
    Map<Blobs.Way, Integer> ways,
    Outcome outcome,
    boolean compared,
    Changes changes) {

  public Report {
    ways = Map.copyOf(ways);
  }

  /** Whether anything was written. */
  public enum Outcome {
    WRITTEN,
    WOULD_WRITE,
    UP_TO_DATE
  }
}
