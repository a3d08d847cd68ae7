package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.SealingState;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.SecretName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Secrets are sealed to the one key of an environment, version after version. */
class SealingTest {

  private static final EnvironmentKey KEY = new EnvironmentKey("A".repeat(43) + "=");
  private static final EnvironmentKey OTHER = new EnvironmentKey("B".repeat(43) + "=");
  private static final SecretName PASSWORD = new SecretName("db-password");
  private static final ActorId AGENT = new ActorId("agent-1");

  private static Command offer(EnvironmentKey key) {
    return new Command.Secrets(new SecretWish.OfferKey(environment("staging"), key, AGENT));
  }

  private static Command seal(int version, EnvironmentKey key) {
    return new Command.Secrets(
        new SecretWish.Seal(
            environment("staging"), PASSWORD, version, key, digest("sealed " + version)));
  }

  private static Command remove(int version) {
    return new Command.Secrets(new SecretWish.Remove(environment("staging"), PASSWORD, version));
  }

  private static Given keyed() {
    Given given = PushTest.shopAdded();
    given.when(offer(KEY));
    return given;
  }

  private static SealingState sealing(Given given) {
    return given.world().declared().environment(environment("staging")).orElseThrow().sealing();
  }

  @Test
  void the_first_key_that_is_offered_is_the_environments() {
    Given given = PushTest.shopAdded();

    assertThat(given.when(offer(KEY)).one(EnvironmentKeyMade.class))
        .isEqualTo(new EnvironmentKeyMade(environment("staging"), KEY, AGENT));
    given.when(offer(OTHER)).nothingBecause("key-there");
    assertThat(sealing(given).key()).contains(KEY);
  }

  @Test
  void after_the_end_of_a_key_the_next_that_is_offered_is_the_environments() {
    Given given = keyed();
    given.when(seal(1, KEY));
    Command end = new Command.Secrets(new SecretWish.EndKey(environment("staging")));

    assertThat(given.when(end).one(EnvironmentKeyEnded.class).key()).isEqualTo(KEY);
    given.when(end).nothingBecause("no-key");
    given.when(seal(2, KEY)).refusedBecause("key-other");
    given.when(offer(OTHER));
    given.when(seal(2, KEY)).refusedBecause("key-other");
    assertThat(given.when(seal(2, OTHER)).one(SecretSealed.class).key()).isEqualTo(OTHER);
    assertThat(sealing(given).sealed(PASSWORD, 1)).contains(digest("sealed 1"));
  }

  @Test
  void versions_follow_each_other_and_are_sealed_to_that_key() {
    Given given = keyed();

    given.when(seal(2, KEY)).refusedBecause("version-other");
    given.when(seal(1, OTHER)).refusedBecause("key-other");
    assertThat(given.when(seal(1, KEY)).one(SecretSealed.class).version()).isOne();
    given.when(seal(1, KEY)).refusedBecause("version-other");
    given.when(seal(2, KEY));

    assertThat(sealing(given).sealed(PASSWORD, 1)).contains(digest("sealed 1"));
    assertThat(sealing(given).versions(PASSWORD).newest()).isEqualTo(2);
  }

  @Test
  void without_a_key_or_an_environment_nothing_is_sealed() {
    Given given = PushTest.shopAdded();

    given.when(seal(1, KEY)).refusedBecause("key-other");
    given
        .when(new Command.Secrets(new SecretWish.Remove(environment("nowhere"), PASSWORD, 1)))
        .refusedBecause("unknown-environment");
  }

  @Test
  void a_removed_version_is_gone_and_its_number_is_not_given_again() {
    Given given = keyed();
    given.when(seal(1, KEY));

    assertThat(given.when(remove(1)).one(SecretRemoved.class).version()).isOne();
    given.when(remove(1)).refusedBecause("unknown-secret");
    assertThat(sealing(given).sealed(PASSWORD, 1)).isEmpty();
    given.when(seal(1, KEY)).refusedBecause("version-other");
    assertThat(given.when(seal(2, KEY)).one(SecretSealed.class).version()).isEqualTo(2);
  }

  @Test
  void a_version_that_something_runs_with_or_is_about_to_is_not_removed() {
    Given given = keyed();
    given.when(seal(1, KEY));
    given.when(seal(2, KEY));
    deliver(given, 2, 1);
    given.when(remove(1)).refusedBecause("secret-used");

    given.whenConverged(target("staging", "local"));
    given.when(remove(1)).refusedBecause("secret-used");
    given.when(remove(2));
    given.when(seal(3, KEY));

    deliver(given, 3, 3);
    given.when(remove(1)).refusedBecause("secret-used");
    given.when(remove(3)).refusedBecause("secret-used");
    given.whenConverged(target("staging", "local"));
    assertThat(given.when(remove(1)).all(SecretRemoved.class)).hasSize(1);
  }

  private static void deliver(Given given, int commit, int version) {
    ServiceDefinition web =
        Fixtures.web("bin/web")
            .with(
                Optional.of(
                    new TreeMap<>(
                        Map.of("PASSWORD", new SecretReference.Sealed(PASSWORD, version)))));
    given.git.push(Fixtures.MAIN, Fixtures.sha(commit), Fixtures.shop(web));
    given.whenHinted(Fixtures.MAIN);
  }
}
