package dev.slipway.app.agent;

import dev.slipway.agent.Identity;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.http.HttpTransport;
import dev.slipway.codec.SigningKey;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.JoinToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Letting an agent in, once. Its key is made in its own folder and never leaves it; the root that
 * it believes from then on is the one that the token names.
 *
 * @param environment the environment that is meant, if somebody said which
 * @param target as {@code environment}
 */
public record Enrolment(
    URI server, String token, Optional<String> environment, Optional<String> target) {

  /**
   * Enrols the agent of a folder, which remembers it.
   *
   * @throws IOException when the server does not let it in or cannot be reached, or is not the one
   *     that the token was made at; the folder holds no identity then
   */
  public Identity in(AgentFolder home) throws IOException {
    SigningKey key = home.key(new SecureRandom());
    EnrolResponse response = answer(key);
    if (JoinToken.root(token).filter(root -> !root.equals(response.root())).isPresent()) {
      throw new IOException(
          "The server at %s is not the one that the token was made at: its root is another. Nothing was kept."
              .formatted(server));
    }
    return home.keep(response, server);
  }

  private EnrolResponse answer(SigningKey key) throws IOException {
    HttpTransport transport = new HttpTransport(server, key, InstantSource.system(), Runnable::run);
    EnrolRequest request = new EnrolRequest(token, key.publicKey().base64(), environment, target);
    try {
      return transport.enrol(request).toCompletableFuture().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof UncheckedIOException reason) {
        String why =
            Optional.ofNullable(reason.getCause()).map(Throwable::getMessage).orElse("No answer.");
        throw new IOException("Cannot join %s. %s".formatted(server, why), reason);
      }
      throw failed;
    }
  }
}
