package dev.slipway.cli.verb;

import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slipway login-link}: the way of a browser into the server of this machine. */
@Command(
    name = "login-link",
    aliases = "open",
    description = "Print the link that logs a browser in, once.")
final class LoginLink implements Callable<Integer> {

  private final Slipway slipway;

  LoginLink(Slipway slipway) {
    this.slipway = slipway;
  }

  /** The answer for machines. */
  private record Link(String link) {}

  @Override
  public Integer call() {
    Path file = slipway.dataFolder().resolve("login-link");
    if (!Files.isRegularFile(file)) {
      throw Failure.because(
          "There is no login link in %s. Open %s in a browser and log in with a token."
              .formatted(slipway.dataFolder(), slipway.server().place().server()));
    }
    try {
      String link = Visible.of(Files.readString(file).strip());
      return slipway.show(slipway.tree(new Link(link)), () -> link + "\n");
    } catch (IOException e) {
      throw Failure.because("Cannot read " + file + ": " + e.getMessage());
    }
  }
}
