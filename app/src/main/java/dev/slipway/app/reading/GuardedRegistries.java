package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.registry.Access;
import dev.slipway.registry.AuthFile;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.registry.RegistryImages;
import dev.slipway.source.registry.StandingImages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The registries that documents name, with the logins that whoever started the server gave it. */
public final class GuardedRegistries implements AutoCloseable {

  /** A page of a thousand tags, or a small manifest. */
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 1024 * 1024);

  private final Outbound looking;
  private final Outbound writing;
  private final ImageRegistries images;
  private final ServerOptions.Registries options;

  private GuardedRegistries(
      ServerOptions.Calls calls, Path room, Executor threads, InstantSource clock) {
    looking = new Outbound(Names.OF_THIS_MACHINE, calls.reach(), BOUNDS, threads);
    writing = new Outbound(Names.OF_THIS_MACHINE, calls.reach(), Registries.BOUNDS, threads);
    options = calls.registries();
    images = new RegistryImages(looking, this::access, new StandingImages(writing, room, clock));
  }

  /**
   * Opens them.
   *
   * @param room a folder for layers that travel between two registries
   */
  public static GuardedRegistries open(
      ServerOptions.Calls calls, Path room, Executor threads, InstantSource clock) {
    return new GuardedRegistries(calls, room, threads, clock);
  }

  public ImageRegistries images() {
    return images;
  }

  private Access access() throws Refusal {
    return new Access(AuthFile.read(options.logins()), options.realms(), options.plain());
  }

  @Override
  public void close() {
    looking.close();
    writing.close();
  }
}
