package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import dev.slipway.wire.LockRequest;
import dev.slipway.wire.LockStrength;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway lock}. */
@Command(name = "lock", description = "Keep something as it is; what would start there waits.")
final class Lock implements Callable<Integer> {

  @Parameters(paramLabel = "APP/ENV", arity = "0..1", description = "Such as shop/production.")
  private Optional<String> at = Optional.empty();

  @Mixin private ScopeChoice scope;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Shown to all.")
  private String reason;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "How long, such as 2h. Until it is released unless told.")
  private Optional<Duration> lasts = Optional.empty();

  @ArgGroup private Strength strength = new Strength();

  private final Slipway slipway;

  Lock(Slipway slipway) {
    this.slipway = slipway;
  }

  /** How much it stops; deliveries unless told. */
  private static final class Strength {
    @Option(names = "--warn", description = "Stop nothing; only warn.")
    private boolean warn;

    @Option(names = "--total", description = "Stop rollbacks, too.")
    private boolean total;

    LockStrength chosen() {
      if (warn) {
        return LockStrength.WARNS;
      }
      return total ? LockStrength.TOTAL : LockStrength.HOLDS;
    }
  }

  @Override
  public Integer call() {
    LockRequest body =
        new LockRequest(
            scope.of(at), reason, Optional.of(strength.chosen()), lasts.map(Duration::toSeconds));
    return slipway.wish(Request.post(body, "locks"), "Locked");
  }
}
