package dev.slipway.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Something listens already where this server is to listen. */
public final class AddressInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private AddressInUse(String sentence, IOException cause) {
    super(sentence, cause);
  }

  /**
   * Looks whether anybody could listen there, for whoever starts to listen says it with a stack.
   *
   * @throws AddressInUse with what to do, where nobody could
   */
  static void unless(Settings settings) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new AddressInUse(
          "Nobody can listen at %s:%d (%s). Stop what does, or say --listen HOST:PORT."
              .formatted(settings.host(), settings.port(), e.getMessage()),
          e);
    }
  }
}
