package dev.slipway.agent.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.EnvironmentKeyPair;
import dev.slipway.codec.SealedSecrets;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.Bytes;
import dev.slipway.model.SealedName;
import dev.slipway.model.SecretName;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents of one environment share a key, and open with it what is sealed to it. */
final class SealedSourceTest {

  private static final SecretReference.Sealed PASSWORD = reference(1);

  @TempDir private Path folder;
  private PaperRelay server;
  private SigningKey own;
  private SealedSource first;

  private static SecretReference.Sealed reference(int version) {
    return new SecretReference.Sealed(new SecretName("db-password"), version);
  }

  @BeforeEach
  void agents() {
    server = new PaperRelay(folder);
    own = SigningKey.generate(new SecureRandom());
    first = server.agent("first", own);
  }

  private SealedSource second() {
    return server.agent("second", SigningKey.generate(new SecureRandom()));
  }

  private static String opened(SealedSource source, int version) throws SecretMissing {
    return new String(source.of(reference(version)), StandardCharsets.UTF_8);
  }

  private static SecretMissing missing(SealedSource source, SecretReference.Sealed reference) {
    try {
      byte[] _ = source.of(reference);
      throw new AssertionError("It was found");
    } catch (SecretMissing e) {
      return e;
    }
  }

  @Test
  void the_first_agent_makes_the_key_and_opens_what_is_sealed_to_it() throws SecretMissing {
    first.look();
    server.set("db-password", 1, "hunter2");
    server.set("db-password", 2, "hunter3");

    assertThat(opened(first, 1)).isEqualTo("hunter2");
    assertThat(opened(first, 2)).isEqualTo("hunter3");
    assertThat(server.log).allSatisfy(line -> assertThat(line).doesNotContain("hunter"));
  }

  @Test
  void what_was_opened_once_is_found_without_the_server_in_another_life_too() throws SecretMissing {
    first.look();
    server.set("db-password", 1, "hunter2");
    assertThat(opened(first, 1)).isEqualTo("hunter2");
    server.isAway = true;

    assertThat(opened(server.agent("first", own), 1)).isEqualTo("hunter2");
    assertThat(missing(first, reference(2)).isAwaited()).isTrue();
  }

  @Test
  void nothing_that_it_keeps_can_be_read_by_others_and_no_value_is_kept() throws Exception {
    first.look();
    server.set("db-password", 1, "hunter2");
    assertThat(opened(first, 1)).isEqualTo("hunter2");

    try (Stream<Path> files = Files.list(folder.resolve("first"))) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(file -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .doesNotContain("hunter2");
          });
    }
  }

  @Test
  void a_newcomer_waits_until_an_agent_that_has_the_key_hands_it_over() throws SecretMissing {
    first.look();
    server.set("db-password", 1, "hunter2");
    SealedSource second = second();

    SecretMissing waits = missing(second, PASSWORD);
    assertThat(waits.isAwaited()).isTrue();
    assertThat(waits.because().code()).isEqualTo("secret-key-awaited");
    assertThat(waits.because().sentence()).contains("no key of staging");

    first.look();
    assertThat(opened(second, 1)).isEqualTo("hunter2");
    SealedSource third = server.agent("third", SigningKey.generate(new SecureRandom()));
    third.look();
    second.look();
    assertThat(opened(third, 1)).isEqualTo("hunter2");
  }

  @Test
  void after_the_end_of_a_key_agents_make_another_and_open_with_both() throws SecretMissing {
    first.look();
    server.set("db-password", 1, "hunter2");
    SealedSource second = second();
    second.look();
    first.look();
    second.look();
    server.key = Optional.empty();
    second.look();
    server.set("db-password", 2, "hunter3");

    assertThat(opened(second, 1)).isEqualTo("hunter2");
    assertThat(opened(second, 2)).isEqualTo("hunter3");
    assertThat(opened(first, 1)).isEqualTo("hunter2");
    assertThat(missing(first, reference(2)).isAwaited()).isTrue();
    second.look();
    assertThat(opened(first, 2)).isEqualTo("hunter3");

    SealedSource third = server.agent("third", SigningKey.generate(new SecureRandom()));
    third.look();
    second.look();
    assertThat(opened(third, 2)).isEqualTo("hunter3");
    assertThat(missing(third, PASSWORD).because().sentence()).contains("Set it again");
  }

  @Test
  void of_two_that_make_a_key_at_once_the_later_takes_over_the_earlier() throws SecretMissing {
    SealedSource second = second();
    server.isAway = true;
    second.look();
    server.isAway = false;
    first.look();
    second.look();
    first.look();
    server.set("db-password", 1, "hunter2");

    assertThat(opened(second, 1)).isEqualTo("hunter2");
  }

  @Test
  void a_newcomer_that_the_root_did_not_certify_is_handed_nothing() {
    first.look();
    server.set("db-password", 1, "hunter2");
    SealedSource second = second();
    second.look();
    server.certifying = SigningKey.generate(new SecureRandom());

    first.look();
    assertThat(missing(second, PASSWORD).isAwaited()).isTrue();
    assertThat(server.log).contains("Handed the key to nobody whom the root did not certify.");
  }

  @Test
  void what_is_not_there_is_missing_and_what_was_moved_or_changed_does_not_open() {
    first.look();
    assertThat(missing(first, PASSWORD).because().code()).isEqualTo("secret-missing");
    assertThat(missing(first, PASSWORD).isAwaited()).isFalse();
    server.set("db-password", 2, "hunter2");
    SealedName other =
        new SealedName(PaperRelay.OURS, PaperRelay.STAGING, new SecretName("api-key"), 3);
    EnvironmentKeyPair foreign = EnvironmentKeyPair.of(new byte[32]);
    server.put("db-password", 3, SealedSecrets.seal(foreign.publicKey(), other, new byte[6]));
    server.put("db-password", 4, Bytes.of(new byte[3]));

    assertThat(missing(first, reference(3)).because().sentence()).contains("cannot be opened");
    assertThat(missing(first, reference(4)).because().sentence()).contains("cannot be opened");
  }
}
