package dev.slipway.app.verb;

import java.net.URI;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of a server: scheme, host and port, and nothing more. */
final class ServerUrl implements ITypeConverter<URI> {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Set<String> PATHS = Set.of("", "/");

  @Override
  public URI convert(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null
          && uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme())
          && PATHS.contains(uri.getPath())
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
      }
    } catch (IllegalArgumentException notAnAddress) {
      // What is wrong is said below, whatever it is.
    }
    throw new TypeConversionException(
        "'" + text + "' is not a server's address, such as https://slipway.example:7070");
  }
}
