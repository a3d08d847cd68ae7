package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.codec.SealedSecrets;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.SealedName;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretValue;
import dev.slipway.wire.SealRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code slipway secret …}: values that are sealed here, so that the server never has them, and
 * that only the agents of an environment can open.
 */
@Command(
    name = "secret",
    description = "Secrets that only the agents of an environment can open.",
    synopsisSubcommandLabel = "VERB")
public final class SecretVerbs {

  private static final Duration KEY_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Slipway slipway;

  public SecretVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "set",
      description = {
        "Set the next version of a secret.",
        "Its value is typed, or read from standard input, and sealed on this machine; a line",
        "break at its end is not part of it."
      },
      mixinStandardHelpOptions = true)
  int set(
      @Parameters(paramLabel = "ENV", description = "Such as production.") String environment,
      @Parameters(paramLabel = "NAME", description = "Such as db-password.") String name)
      throws InterruptedException {
    byte[] value = value();
    Server server = slipway.server();
    JsonNode next = next(server, environment, name);
    return slipway.carried(
        server.ask(Request.post(sealed(next, value), "environments", environment, "secrets", name)),
        "Set");
  }

  private byte[] value() {
    byte[] value = SecretValue.trimmed(slipway.concealed(SecretValue.TOO_MANY));
    Optional<String> unfit = SecretValue.unfit(value);
    if (unfit.isPresent()) {
      throw Failure.because("Nothing was set: the value %s.".formatted(unfit.orElseThrow()));
    }
    return value;
  }

  /** The first time an agent has to make the key; it is told that somebody wants one. */
  private JsonNode next(Server server, String environment, String name)
      throws InterruptedException {
    Request question = Request.get("environments", environment, "secrets", name, "next");
    JsonNode next = server.ask(question);
    for (Duration waited = Duration.ZERO;
        !next.has("key") && waited.compareTo(KEY_WITHIN) < 0;
        waited = waited.plus(LOOK_EVERY)) {
      slipway.pause().take(LOOK_EVERY);
      next = server.ask(question);
    }
    if (!next.has("key")) {
      throw Failure.because(
          "Nothing was set: %s has no key yet, and none of its agents has made one. See whether one runs: slipway agent list --env %s."
              .formatted(environment, environment));
    }
    return next;
  }

  private static SealRequest sealed(JsonNode next, byte[] value) {
    try {
      int version = next.path("version").asInt();
      EnvironmentKey key = new EnvironmentKey(Fields.text(next, "key"));
      SealedName name =
          new SealedName(
              new Organisation(Fields.text(next, "organisation")),
              new EnvironmentName(Fields.text(next, "environment")),
              new SecretName(Fields.text(next, "secret")),
              version);
      byte[] sealed = SealedSecrets.seal(key, name, value).toArray();
      return new SealRequest(version, key.base64(), Base64.getEncoder().encodeToString(sealed));
    } catch (IllegalArgumentException e) {
      throw Failure.because("Nothing was set: the server's answer is not what it should be.");
    }
  }

  @Command(
      name = "list",
      description =
          "The secrets of an environment, and who set them; their values are shown to nobody.",
      mixinStandardHelpOptions = true)
  int list(
      @Parameters(paramLabel = "ENV", description = "Such as production.") String environment) {
    return shown(Request.get("environments", environment, "secrets"), "There are no secrets.\n");
  }

  @Command(
      name = "history",
      description = "The versions of a secret, the newest first.",
      mixinStandardHelpOptions = true)
  int history(
      @Parameters(paramLabel = "ENV", description = "Such as production.") String environment,
      @Parameters(paramLabel = "NAME", description = "Such as db-password.") String name) {
    return shown(
        Request.get("environments", environment, "secrets", name), "There is no such secret.\n");
  }

  @Command(
      name = "remove",
      description =
          "Give a version of a secret to no agent any more; refused while something runs with it.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "ENV", description = "Such as production.") String environment,
      @Parameters(paramLabel = "NAME", description = "Such as db-password.") String name,
      @Parameters(paramLabel = "VERSION", description = "Such as 3.") int version) {
    return slipway.wish(
        Request.delete("environments", environment, "secrets", name, Integer.toString(version)),
        "Removed");
  }

  @Command(
      name = "rekey",
      description =
          "Have what is set from now on sealed to another key; set each secret again after it.",
      mixinStandardHelpOptions = true)
  int rekey(
      @Parameters(paramLabel = "ENV", description = "Such as production.") String environment) {
    return slipway.wish(Request.delete("environments", environment, "secret-key"), "Ended");
  }

  private int shown(Request request, String none) {
    JsonNode page = slipway.server().list(request, Slipway.WHOLE_LIST);
    return slipway.show(page, () -> text(Fields.items(page, "items"), none));
  }

  private String text(List<JsonNode> versions, String none) {
    if (versions.isEmpty()) {
      return none;
    }
    Table table = new Table("SECRET", "VERSION", "SET BY", "WHEN", "");
    for (JsonNode version : versions) {
      table.row(
          Fields.text(version, "secret"),
          Fields.text(version, "version"),
          Fields.text(version.path("by"), "name"),
          Fields.text(version, "at"),
          version.has("removed")
              ? "removed by " + Fields.text(version.path("removed").path("by"), "name")
              : "");
    }
    return table.render(slipway.colours());
  }
}
