package dev.slipway.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who somebody is at one registry. It is never printed. */
public record Login(String user, String password) {

  String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "a login";
  }
}
