package dev.slipway.http;

import dev.slipway.http.gate.Bodies;
import dev.slipway.http.gate.Credential;
import dev.slipway.model.Role;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of the table of routes.
 *
 * @param path with {@code {names}}, as openapi.yaml writes it
 * @param least the least role that gets anything but a refusal here; the deciding is the engine's
 * @param bodyMax how many bytes of a body are read
 */
public record Route(
    String method,
    String path,
    Credential credential,
    Optional<Role> least,
    int bodyMax,
    Function<Call, Answer> handler) {

  static Route open(String method, String path, Function<Call, Answer> handler) {
    return new Route(
        method, path, Credential.NONE, Optional.empty(), Bodies.API_BYTES_MAX, handler);
  }

  static Route receiver(String path, Function<Call, Answer> handler) {
    return new Route(
        "POST", path, Credential.NONE, Optional.empty(), Bodies.RECEIVER_BYTES_MAX, handler);
  }

  static Route agent(String method, String path, Function<Call, Answer> handler) {
    return new Route(
        method, path, Credential.AGENT, Optional.of(Role.AGENT), Bodies.API_BYTES_MAX, handler);
  }

  /** Where agents bring what is larger than other requests. */
  static Route parcels(String path, Function<Call, Answer> handler) {
    return new Route(
        "POST", path, Credential.AGENT, Optional.of(Role.AGENT), Bodies.PARCEL_BYTES_MAX, handler);
  }

  /** A route that any credential of an actor opens, with whatever role. */
  static Route anyone(String method, String path, Function<Call, Answer> handler) {
    return new Route(
        method, path, Credential.ACTOR, Optional.empty(), Bodies.API_BYTES_MAX, handler);
  }

  static Route of(String method, String path, Role least, Function<Call, Answer> handler) {
    return new Route(
        method, path, Credential.ACTOR, Optional.of(least), Bodies.API_BYTES_MAX, handler);
  }
}
