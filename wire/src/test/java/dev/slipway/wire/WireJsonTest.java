package dev.slipway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WireJsonTest {

  private static final JsonMapper STRICT = WireJson.strict();

  @Test
  void what_is_absent_is_an_absent_key() throws JsonProcessingException {
    assertThat(STRICT.writeValueAsString(new ScopeRef(Optional.of("shop"), Optional.empty())))
        .isEqualTo("{\"application\":\"shop\"}");
  }

  @Test
  void times_are_in_utc() throws JsonProcessingException {
    var created = new JoinTokenCreated("dev", "local", "s", Instant.ofEpochMilli(1));
    assertThat(STRICT.writeValueAsString(created)).contains("\"1970-01-01T00:00:00.001Z\"");
  }

  @Test
  void what_was_written_is_read_again() throws JsonProcessingException {
    var request =
        new DeployRequest(
            Optional.of("dev"),
            Optional.empty(),
            Optional.of(true),
            Optional.of(Map.of("a", "b")),
            Optional.of("dev"),
            Optional.of(Instant.ofEpochMilli(1)));
    assertThat(STRICT.readValue(STRICT.writeValueAsString(request), DeployRequest.class))
        .isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"files\":null}",
        "{\"files\":[],\"more\":1}",
        "{\"files\":[],\"files\":[]}",
        "{\"files\":[]} x",
        "{\"files\":\"\"}",
        "{\"files\":[{\"name\":1,\"content\":\"\"}]}",
        "{\"files\":[null]}",
        "[]",
        "null\u0000"
      })
  void the_server_takes_nothing_that_it_does_not_expect(String json) {
    assertThatThrownBy(() -> STRICT.readValue(json, Documents.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void a_client_passes_over_what_a_newer_server_says() throws JsonProcessingException {
    assertThat(WireJson.lenient().readValue("{\"files\":[],\"more\":1}", Documents.class))
        .isEqualTo(new Documents(List.of()));
  }
}
