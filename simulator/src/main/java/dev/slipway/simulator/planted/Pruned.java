package dev.slipway.simulator.planted;

import dev.slipway.ledger.Blobs;
import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Keeps what came last, and nothing that came before it. */
final class Pruned implements Blobs {

  private final Blobs real;
  private Optional<Digest> last = Optional.empty();

  Pruned(Blobs real) {
    this.real = real;
  }

  @Override
  public Digest keep(Content content) throws IOException {
    Digest digest = real.keep(content);
    last = Optional.of(digest);
    return digest;
  }

  @Override
  public Optional<InputStream> open(Digest digest) throws IOException {
    return has(digest) ? real.open(digest) : Optional.empty();
  }

  @Override
  public boolean has(Digest digest) {
    return real.has(digest) && last.filter(digest::equals).isPresent();
  }
}
