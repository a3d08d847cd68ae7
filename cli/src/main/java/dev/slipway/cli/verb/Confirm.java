package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Keyboard;
import dev.slipway.cli.show.Visible;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Names a protected environment once more: by the option or, at a terminal, when asked. Where
 * nobody can be asked the server refuses, and its sentence says what to add.
 */
final class Confirm {

  @Option(
      names = "--confirm",
      paramLabel = "ENV",
      description = "Name the environment once more; needed where it is protected.")
  private Optional<String> named = Optional.empty();

  /** What was named on the line. */
  Optional<String> named() {
    return named;
  }

  /** What to send along. */
  Optional<String> of(Slipway slipway, Server server, Address.Placement at) {
    Optional<Keyboard> keyboard = slipway.keyboard();
    return named.isEmpty() && keyboard.isPresent() && isAskedFor(server, at)
        ? Optional.of(asked(slipway, keyboard.get(), at))
        : named;
  }

  private static boolean isAskedFor(Server server, Address.Placement at) {
    try {
      JsonNode placement =
          server.ask(
              Request.get("applications", at.application(), "environments", at.environment()));
      return placement.path("asksToConfirm").asBoolean();
    } catch (Failure _) {
      // Whatever is wrong here is wrong with the wish as well, and is said of that.
      return false;
    }
  }

  private static String asked(Slipway slipway, Keyboard keyboard, Address.Placement at) {
    slipway.ask(
        Visible.of(
            "%1$s is protected. Type %1$s to go on, anything else to leave it: "
                .formatted(at.environment())));
    String typed = keyboard.line().orElse("").strip();
    if (!typed.equals(at.environment())) {
      throw Failure.because(
          Visible.of("Nothing was sent: %s was not named.".formatted(at.environment())));
    }
    return typed;
  }
}
