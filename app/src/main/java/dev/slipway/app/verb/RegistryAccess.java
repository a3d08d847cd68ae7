package dev.slipway.app.verb;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** As whom registries are asked from here, and which of them are not as all others. */
final class RegistryAccess {

  @Option(
      names = "--auth-file",
      paramLabel = "FILE",
      description =
          "The file with logins for registries that container tools keep; it is read each time. Nobody"
              + " logs in without one.")
  private Optional<Path> authFile = Optional.empty();

  @Option(
      names = "--realm",
      paramLabel = "REGISTRY=HOST",
      description =
          "The host that hands out tokens for a registry, if it is another one. May be repeated.")
  private Map<String, String> realms = Map.of();

  @Option(
      names = "--plain",
      paramLabel = "HOST",
      description = "A registry, with its port, that is spoken to without TLS. May be repeated.")
  private Set<String> plain = Set.of();

  Optional<Path> authFile() {
    return authFile.map(Path::toAbsolutePath);
  }

  Map<String, String> realms() {
    return realms;
  }

  Set<String> plain() {
    return plain;
  }
}
