package dev.slipway.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.SecretValue;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSecretsTest {

  @TempDir Path home;
  private Path folder;
  private String given = "";
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void folder() {
    folder = home.resolve("secrets");
  }

  private FileSecrets open() throws IOException {
    return FileSecrets.open(folder, reference -> given, () -> now, log::add);
  }

  @Test
  void a_value_is_hidden_from_when_it_is_there_without_the_line_break_of_an_editor()
      throws IOException {
    FileSecrets secrets = open();
    assertThat(secrets.masks().hide("hunter2")).isEqualTo("hunter2");
    put("database", "hunter2\n");
    now = now.plusSeconds(2);
    assertThat(secrets.masks().hide("is hunter2!")).isEqualTo("is *******!");
    assertThat(log).isEmpty();
  }

  @Test
  void a_value_that_was_replaced_stays_hidden_for_another_life_of_the_agent_too()
      throws IOException {
    put("database", "the former one");
    assertThat(open().masks().hide("the former one")).doesNotContain("former");
    put("database", "the present one");
    Files.setLastModifiedTime(
        folder.resolve("database"), FileTime.from(Instant.parse("2026-01-01T00:00:09Z")));
    FileSecrets again = open();
    assertThat(again.masks().hide("the former one, the present one"))
        .doesNotContain("former")
        .doesNotContain("present");
    now = now.plus(Duration.ofDays(401));
    assertThat(open().masks().hide("the former one, the present one"))
        .contains("the former one")
        .doesNotContain("present");
  }

  @Test
  void what_is_given_out_is_hidden_before_it_is_and_for_another_life_of_the_agent_too()
      throws Exception {
    FileSecrets secrets = open();
    assertThat(secrets.masks().hide("of a program")).isEqualTo("of a program");
    given = "of a program";
    assertThat(secrets.of(new SecretReference.Variable("KEY"))).isEqualTo("of a program");
    assertThat(secrets.masks().hide("of a program")).doesNotContain("program");
    assertThat(open().masks().hide("of a program")).doesNotContain("program");
    assertThat(log).isEmpty();
  }

  @Test
  void what_cannot_be_found_is_not_hidden_and_says_why() throws IOException {
    FileSecrets secrets = FileSecrets.open(folder, SecretValues.NONE, () -> now, log::add);
    assertThatThrownBy(() -> secrets.of(new SecretReference.Variable("KEY")))
        .isInstanceOf(SecretMissing.class)
        .hasMessage("Nothing here holds the secret variable KEY.");
  }

  @Test
  void what_cannot_be_hidden_is_said_without_its_value() throws IOException {
    put("pin", "1");
    put("book", "x".repeat(SecretValue.LENGTH_MAX + 1));
    Path open = put("open", "readable");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(open().masks().hide("1 readable")).isEqualTo("1 ********");
    assertThat(log).hasSize(3);
    assertThat(log.toString())
        .contains("pin is not hidden: it has one byte, and", "book", "open")
        .doesNotContain("readable\"");
  }

  private Path put(String name, String value) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve(name), value);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }
}
