package dev.slipway.agent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.model.SecretPath;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultStoreTest {

  @TempDir private Path folder;
  private VaultStandIn vault;

  @BeforeEach
  void start() throws IOException {
    vault = new VaultStandIn();
    vault.put("shop/database", Optional.of("{\"password\":\"hunter2\",\"port\":5432}"));
    vault.put("shop/database", Optional.empty());
    vault.put("shop/database", Optional.of("{\"password\":\"hunter3\",\"parts\":[1]}"));
    settings("{\"address\": \"%s\"}".formatted(vault.address()));
    Files.writeString(folder.resolve("vault-token"), VaultStandIn.TOKEN + "\n");
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  private void settings(String json) throws IOException {
    Files.writeString(folder.resolve("vault.json"), json);
  }

  private VaultStore store() {
    return new VaultStore(folder.resolve("vault.json"), folder.resolve("vault-token"));
  }

  private static SecretReference.Vault reference(String field, int version) {
    return new SecretReference.Vault(
        new SecretPath("shop/database"), field, Optional.of(version).filter(number -> number > 0));
  }

  private String value(String field, int version) throws SecretMissing {
    return new String(store().of(reference(field, version)), StandardCharsets.UTF_8);
  }

  private String missing(String field, int version) {
    SecretMissing missing = catchThrowableOfType(SecretMissing.class, () -> value(field, version));
    assertThat(missing.because().code()).isEqualTo("secret-missing");
    return missing.because().sentence();
  }

  @Test
  void a_version_is_read_as_it_is_pinned_and_the_newest_where_none_is() throws Exception {
    assertThat(value("password", 1)).isEqualTo("hunter2");
    assertThat(value("password", 3)).isEqualTo("hunter3");
    assertThat(value("password", 0)).isEqualTo("hunter3");
    assertThat(value("port", 1)).isEqualTo("5432");
    assertThat(vault.asked)
        .containsExactly(
            "GET /v1/secret/data/shop/database?version=1",
            "GET /v1/secret/data/shop/database?version=3",
            "GET /v1/secret/data/shop/database",
            "GET /v1/secret/data/shop/database?version=1");
  }

  @Test
  void what_is_not_there_is_told_apart_from_what_was_deleted_and_what_may_not_be_read()
      throws IOException {
    assertThat(missing("password", 2)).contains("was deleted or destroyed");
    assertThat(missing("password", 9)).contains("is not in its store");
    assertThat(missing("user", 3)).contains("has no such field");
    assertThat(missing("parts", 3)).contains("has no such field");
    Files.writeString(folder.resolve("vault-token"), "another");
    assertThat(missing("password", 3)).contains("may not read it").doesNotContain("another");
    vault.sealed = true;
    assertThat(missing("password", 3)).contains("is sealed");
  }

  @Test
  void a_namespace_and_another_mount_are_the_owners_word() throws Exception {
    vault.namespace = Optional.of("team-a");
    assertThat(missing("password", 1)).contains("may not read it");
    settings("{\"address\": \"%s\", \"namespace\": \"team-a\"}".formatted(vault.address()));
    assertThat(value("password", 1)).isEqualTo("hunter2");
    settings(
        "{\"address\": \"%s\", \"namespace\": \"team-a\", \"mount\": \"kv\"}"
            .formatted(vault.address()));
    assertThat(missing("password", 1)).contains("is not in its store");
    assertThat(vault.asked).last().isEqualTo("GET /v1/kv/data/shop/database?version=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"address\": \"http://vault.example.org:8200\"}",
        "{\"address\": \"ftp://127.0.0.1\"}",
        "{\"address\": \"not an address\"}",
        "{\"address\": \"https://vault.example.org\", \"mount\": \"../sys\"}"
      })
  void a_token_is_sent_nowhere_that_it_could_be_read_on_the_way(String json) throws IOException {
    settings(json);
    assertThat(missing("password", 1)).contains("vault.json needs an 'address'");
  }

  @Test
  void without_the_owners_files_there_is_no_store() throws IOException {
    Files.delete(folder.resolve("vault-token"));
    assertThat(missing("password", 1)).contains("no files vault.json and vault-token");
    assertThat(vault.asked).isEmpty();
  }

  @Test
  void a_store_that_is_away_or_speaks_otherwise_gives_nothing() throws IOException {
    settings("{\"address\": \"%s\"");
    assertThat(missing("password", 1)).contains("does not answer as it should");
    Files.writeString(folder.resolve("vault-token"), "two words");
    settings("{\"address\": \"%s\"}".formatted(vault.address()));
    assertThat(missing("password", 1)).contains("cannot be reached");
    Files.writeString(folder.resolve("vault-token"), VaultStandIn.TOKEN);
    vault.close();
    assertThat(missing("password", 1)).contains("cannot be reached");
  }

  @Test
  void a_redirect_takes_the_token_nowhere() throws IOException {
    List<String> told = new ArrayList<>();
    HttpServer elsewhere =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String address = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
    elsewhere.createContext(
        "/",
        exchange -> {
          told.add(exchange.getRequestURI().getPath());
          exchange.getResponseHeaders().add("Location", address + "/stolen");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    elsewhere.start();
    try {
      settings("{\"address\": \"%s\"}".formatted(address));
      assertThat(missing("password", 1)).contains("answers with 302");
      assertThat(told).containsExactly("/v1/secret/data/shop/database");
    } finally {
      elsewhere.stop(0);
    }
  }
}
