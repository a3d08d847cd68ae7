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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

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
   * Opens them. What a server that was killed left in the room is removed.
   *
   * @param room a folder for layers that travel between two registries
   */
  public static GuardedRegistries open(
      ServerOptions.Calls calls, Path room, Executor threads, InstantSource clock) {
    empty(room);
    return new GuardedRegistries(calls, room, threads, clock);
  }

  private static void empty(Path room) {
    try (Stream<Path> left = Files.walk(room)) {
      for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
        if (!one.equals(room)) {
          Files.delete(one);
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("The folder " + room + " cannot be emptied", unwritable);
    }
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
