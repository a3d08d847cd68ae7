package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.identity.IssuedTokens;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.IdentityTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The issuers that trusts name, asked for their keys. Thread-safe. */
public final class GuardedIssuers implements AutoCloseable {

  /** Some dozen keys, with their certificates where an issuer adds them. */
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 256 * 1024);

  private final Outbound outbound;
  private final InstantSource clock;

  private GuardedIssuers(Outbound outbound, InstantSource clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  public static GuardedIssuers open(
      ServerOptions.Calls calls, Executor threads, InstantSource clock) {
    return new GuardedIssuers(
        new Outbound(Names.OF_THIS_MACHINE, calls.reach(), BOUNDS, threads), clock);
  }

  /** Their tokens. */
  public IdentityTokens tokens() {
    return new IssuedTokens(outbound, clock);
  }

  @Override
  public void close() {
    outbound.close();
  }
}
