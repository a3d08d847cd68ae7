package dev.slipway.app.verb;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT}; an IPv6 host stands in brackets. */
final class ListenAddress implements ITypeConverter<InetSocketAddress> {

  private static final int PORT_MAX = 65_535;

  @Override
  public InetSocketAddress convert(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new TypeConversionException("'" + text + "' is not HOST:PORT, such as 127.0.0.1:7070");
    }
    String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (port >= 0 && port <= PORT_MAX) {
        return InetSocketAddress.createUnresolved(host, port);
      }
    } catch (NumberFormatException notANumber) {
      // What is wrong is said below, for this and for numbers that are no port.
    }
    throw new TypeConversionException(
        "The port in '" + text + "' must be a number from 0 to " + PORT_MAX);
  }
}
