package dev.slipway.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Reason;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretPath;
import dev.slipway.model.SecretValue;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourcesTest {

  @TempDir private Path home;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Path files;
  private Path programs;

  @BeforeEach
  void folders() throws IOException {
    files = Files.createDirectories(home.resolve("secrets"));
    programs = Files.createDirectories(home.resolve("secret-programs"));
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private SecretSources sources() {
    return new SecretSources(
        new SecretFiles(files),
        new AllowedVariables(
            home.resolve("secret-variables"),
            Map.of("SHOP_KEY", "of the shop", "OTHER_KEY", "of others", "PIN", "1234")),
        new SecretPrograms(
            programs,
            Surroundings.of(Map.of("PATH", System.getenv("PATH"))),
            Duration.ofSeconds(1),
            threads),
        SecretStore.NONE,
        SealedValues.NONE);
  }

  private static SecretReference file(String name) {
    return new SecretReference.File(new SecretName(name), Optional.empty());
  }

  private static SecretReference file(String name, int version) {
    return new SecretReference.File(new SecretName(name), Optional.of(version));
  }

  private static SecretReference program(String secret) {
    return new SecretReference.Program(
        new SecretName("pass"), new SecretPath(secret), Optional.of(2));
  }

  private Reason missing(SecretReference reference) {
    return catchThrowableOfType(SecretMissing.class, () -> sources().of(reference)).because();
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_file_gives_its_content_without_the_line_break_of_an_editor() throws Exception {
    Files.writeString(files.resolve("database"), "hunter2\r\n");
    Files.writeString(files.resolve("database@3"), "hunter3\n\n");

    assertThat(sources().of(file("database"))).isEqualTo("hunter2");
    assertThat(sources().of(file("database", 3))).isEqualTo("hunter3\n");
  }

  @Test
  void another_version_is_another_file_and_none_stands_in_for_it() throws IOException {
    Files.writeString(files.resolve("database"), "hunter2");
    Files.writeString(files.resolve("database@3"), "hunter3");

    assertThat(missing(file("database", 4)))
        .isEqualTo(
            new Reason(
                "secret-missing",
                "The secret file database, version 4 is not there: the agent's folder of secrets"
                    + " has no file database@4; a link is not followed. Put it there."));
  }

  @Test
  void a_link_leads_nowhere() throws IOException {
    Path outside = Files.writeString(home.resolve("outside"), "not for anybody");
    Files.createSymbolicLink(files.resolve("database"), outside);
    Files.createDirectories(files.resolve("folder"));

    assertThat(missing(file("database")).code()).isEqualTo("secret-missing");
    assertThat(missing(file("folder")).code()).isEqualTo("secret-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "", "\n", "nul \0 inside"})
  void what_could_not_be_hidden_or_given_is_not_given(String value) throws IOException {
    Files.writeString(files.resolve("pin"), value);

    Reason because = missing(file("pin"));
    assertThat(because.code()).isEqualTo("secret-unfit");
    assertThat(because.sentence()).doesNotContain("12345", "inside");
  }

  @Test
  void bytes_that_are_no_text_and_values_that_are_too_long_are_not_given() throws IOException {
    Files.write(files.resolve("bytes"), new byte[] {1, 2, 3, (byte) 0xff, 4, 5, 6});
    Files.writeString(files.resolve("book"), "x".repeat(SecretValue.LENGTH_MAX + 1));

    assertThat(missing(file("bytes")).code()).isEqualTo("secret-unfit");
    assertThat(missing(file("book")).code()).isEqualTo("secret-unfit");
  }

  @Test
  void of_the_agents_own_variables_only_those_that_are_allowed_are_given() throws Exception {
    assertThat(missing(new SecretReference.Variable("SHOP_KEY")).sentence())
        .contains("is not allowed here");
    Files.writeString(home.resolve("secret-variables"), "SHOP_KEY\nMISSING_KEY\nPIN\n");

    assertThat(sources().of(new SecretReference.Variable("SHOP_KEY"))).isEqualTo("of the shop");
    assertThat(missing(new SecretReference.Variable("OTHER_KEY")).sentence())
        .contains("is not allowed here");
    assertThat(missing(new SecretReference.Variable("MISSING_KEY")).sentence())
        .contains("is not in the agent's environment");
    assertThat(missing(new SecretReference.Variable("PIN")).code()).isEqualTo("secret-unfit");
  }

  @Test
  void a_program_is_asked_for_a_secret_and_its_version() throws Exception {
    program("pass", "echo \"$1 of $2\"; echo 'a secret said here' >&2");

    assertThat(sources().of(program("shop/database"))).isEqualTo("shop/database of 2");
  }

  @Test
  void a_program_that_does_not_answer_well_gives_nothing() throws IOException {
    program("pass", "echo almost; exit 3");
    assertThat(missing(program("shop/database")).sentence())
        .isEqualTo(
            "The secret program pass, shop/database, version 2 was not told: its program ended with"
                + " exit code 3.");
    program("pass", "exec sleep 60");
    assertThat(missing(program("shop/database")).sentence()).contains("took longer than 1 s");
    program("pass", "yes hunter2");
    assertThat(missing(program("shop/database")).code()).isEqualTo("secret-unfit");
    Files.delete(programs.resolve("pass"));
    assertThat(missing(program("shop/database")).sentence()).contains("has no program pass");
  }

  @Test
  void what_is_said_of_the_sources_tells_no_value() {
    assertThat(sources().toString()).doesNotContain("of the shop", "of others");
  }
}
