package dev.slipway.model.entry;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.Rebased;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What an application follows is another image than before, as the registry said; {@code n} counts
 * from 1 for as long as it is followed, so that A, B, A are three moves.
 *
 * @param tag by which it was found
 * @param before which image it was; absent when it is the first that was seen
 * @param rebased of what it was made, where it was moved onto the base that is named
 */
public record ImageMoved(
    ApplicationName application,
    ImageSource source,
    long n,
    ImageTag tag,
    Digest digest,
    Optional<Digest> before,
    Instant readAt,
    Optional<Rebased> rebased)
    implements Entry {

  public ImageMoved {
    readAt = readAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
