package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.registry.Access;
import dev.slipway.registry.AuthFile;
import dev.slipway.registry.Login;
import dev.slipway.registry.Refusal;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.registry.RegistryImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The registries that documents name, with the logins that whoever started the server gave it. */
public final class GuardedRegistries implements AutoCloseable {

  /** A page of a thousand tags, or a small manifest. */
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 1024 * 1024);

  private static final int AUTH_FILE_BYTES_MAX = 1024 * 1024;

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
    return new Access(logins(options.logins()), options.realms(), options.plain());
  }

  private static Map<String, Login> logins(Optional<Path> file) throws Refusal {
    if (file.isEmpty()) {
      return Map.of();
    }
    try (var in = Files.newInputStream(file.orElseThrow())) {
      byte[] content = in.readNBytes(AUTH_FILE_BYTES_MAX + 1);
      if (content.length <= AUTH_FILE_BYTES_MAX) {
        return AuthFile.parse(new String(content, StandardCharsets.UTF_8));
      }
    } catch (IOException unreadable) {
      throw new Refusal("auth-file-malformed", "The server's file of logins cannot be read.");
    }
    throw new Refusal("auth-file-malformed", "The server's file of logins is larger than 1 MiB.");
  }

  @Override
  public void close() {
    outbound.close();
  }
}
