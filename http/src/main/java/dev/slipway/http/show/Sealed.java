package dev.slipway.http.show;

import dev.slipway.views.row.SecretRow;
import dev.slipway.wire.SecretRemoval;
import dev.slipway.wire.SecretVersion;

/** Secrets that are sealed, of which nothing is shown but that they are there. */
public final class Sealed {

  private Sealed() {}

  public static SecretVersion version(SecretRow row, Shown shown) {
    return new SecretVersion(
        row.secret().value(),
        row.version(),
        shown.actor(row.by()),
        row.at(),
        row.newest(),
        row.removed().map(removed -> new SecretRemoval(shown.actor(removed.by()), removed.at())));
  }
}
