package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.command.Discretion;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.Reason;
import dev.slipway.model.SecretName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.PinnedSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An application whose process and job are given a secret that each deploy says. */
final class PartnerShop {

  private static final EnvironmentKey KEY = new EnvironmentKey("A".repeat(43) + "=");
  static final SecretName PARTNER = new SecretName("partner-token");

  static ParameterDefinition token(String... fallback) {
    return new ParameterDefinition(
        "api_token", new ParameterType.Secret(List.of()), Stream.of(fallback).findFirst());
  }

  /** A process and a job that are both given the secret. */
  static ApplicationDefinition shop(ParameterDefinition token) {
    Optional<SortedMap<String, SecretReference>> secrets =
        Optional.of(
            new TreeMap<>(
                Map.of(
                    "API_TOKEN", new SecretReference.Parameter("api_token"),
                    "OTHER", new SecretReference.Variable("OTHER"))));
    return Fixtures.shop(Fixtures.web("bin/web").with(secrets))
        .running(
            Optional.of(List.of(Fixtures.job("migrate", JobTime.BEFORE, "1", false).with(secrets))))
        .taking(Optional.of(List.of(token)));
  }

  static Given given(ParameterDefinition token) {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), shop(token));
    given.whenHinted(MAIN);
    return given;
  }

  static void seal(Given given, String environment, int... versions) {
    given.when(
        new Command.Secrets(
            new SecretWish.OfferKey(environment(environment), KEY, new ActorId("agent"))));
    for (int version : versions) {
      given.when(
          new Command.Secrets(
              new SecretWish.Seal(
                  environment(environment), PARTNER, version, KEY, digest("v" + version))));
    }
  }

  static Command remove(String environment, int version) {
    return new Command.Secrets(new SecretWish.Remove(environment(environment), PARTNER, version));
  }

  static Command.Deploy deploy(String environment, String... values) {
    SortedMap<String, String> named = new TreeMap<>();
    Stream.of(values).map(value -> value.split("=", 2)).forEach(it -> named.put(it[0], it[1]));
    return new Command.Deploy(
        Fixtures.SHOP,
        environment(environment),
        Optional.of("main"),
        false,
        named,
        Optional.empty(),
        Optional.empty());
  }

  static List<PinnedSecret> pinned(Then then) {
    return then.one(ShipmentMade.class).shipment().secrets().orElseThrow();
  }

  static PinnedSecret in(String environment, int version) {
    return new PinnedSecret(environment(environment), "api_token", PARTNER, version);
  }

  static SortedMap<String, SecretReference> delivered(Given given, String environment) {
    Delivery delivery = given.at(environment).active().orElseThrow().delivery();
    SortedMap<String, SecretReference> started =
        delivery
            .state()
            .services()
            .getFirst()
            .releases()
            .getFirst()
            .release()
            .secrets()
            .orElseThrow();
    assertThat(delivery.state().jobs().orElseThrow().getFirst().release().secrets())
        .contains(started);
    return started;
  }

  static Optional<Reason> unwritable(Given given, Command.Deploy deploy) {
    return Looked.at(
        given, facts -> Discretion.look(given.world(), Fixtures.ALICE, deploy, facts, given.now()));
  }

  private PartnerShop() {}
}
