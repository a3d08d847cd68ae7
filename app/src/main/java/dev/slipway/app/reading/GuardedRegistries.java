package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.registry.Access;
import dev.slipway.registry.AuthFile;
import dev.slipway.registry.Refusal;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.registry.RegistryImages;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The registries that documents name, with the logins that whoever started the server gave it. */
public final class GuardedRegistries implements AutoCloseable {

  /** A page of a thousand tags, or a small manifest. */
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 1024 * 1024);

  private final Outbound outbound;
  private final ServerOptions.Registries options;

  private GuardedRegistries(Outbound outbound, ServerOptions.Registries options) {
    this.outbound = outbound;
    this.options = options;
  }

  public static GuardedRegistries open(ServerOptions.Calls calls, Executor threads) {
    return new GuardedRegistries(
        new Outbound(Names.OF_THIS_MACHINE, calls.reach(), BOUNDS, threads), calls.registries());
  }

  public ImageRegistries images() {
    return new RegistryImages(outbound, this::access);
  }

  private Access access() throws Refusal {
    return new Access(AuthFile.read(options.logins()), options.realms(), options.plain());
  }

  @Override
  public void close() {
    outbound.close();
  }
}
