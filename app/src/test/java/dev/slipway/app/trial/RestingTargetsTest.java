package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pauses one of two targets, removes it, and has it in use again. */
class RestingTargetsTest {

  private static final String FAR = "/api/v1/environments/staging/targets/far";

  @TempDir private Path folder;

  private NearAndFar place;

  @BeforeEach
  void start() {
    place = NearAndFar.in(folder, "{environment: staging}");
  }

  @AfterEach
  void stop() {
    place.close();
  }

  @Test
  void nothing_is_applied_while_it_rests_and_it_converges_when_it_is_resumed() {
    String first = place.delivered("First");
    assertThat(wish("POST", "/pause", because()).status()).isEqualTo(202);
    String second = place.delivered("Second");
    assertThat(place.ran("near")).endsWith(first, second);
    assertThat(place.ran("far")).endsWith(first);
    assertThat(rest()).isEqualTo("paused");

    resume();
    Pause.until("far to run what is in force", () -> place.ran("far").contains(second));

    assertThat(wish("DELETE", "", "").status()).isEqualTo(202);
    String third = place.delivered("Third");
    assertThat(place.ran("far")).doesNotContain(third);
    assertThat(rest()).isEqualTo("removed");

    resume();
    Pause.until("far to run what is in force", () -> place.ran("far").contains(third));
    place.server().api().awaitQuiet();
    assertThat(place.ran("far")).containsExactly(first, second, third);
  }

  private void resume() {
    assertThat(wish("POST", "/resume", "").status()).isEqualTo(202);
    assertThat(rest()).isEmpty();
  }

  private String rest() {
    return place.server().api().get(FAR).at("/rest/kind").asText();
  }

  private static String because() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return body.put("because", "Its disk is replaced.").toString();
  }

  private Api.Answer wish(String method, String path, String body) {
    return place.server().api().wish(method, FAR + path, body);
  }
}
