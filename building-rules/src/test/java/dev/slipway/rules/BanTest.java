package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rules.sample.Careless;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BanTest {

  @Test
  void nothing_banned_is_called() {
    assertThat(Ban.breaches(House.built())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.time.Instant.now in engine: take an Instant",
        "java.lang.Thread.sleep in engine: take an Executor",
        "java.util.UUID.randomUUID in engine: take a RandomGenerator",
        "java.lang.ProcessBuilder.start in engine: processes are a runtime's",
        "java.io.ObjectInputStream.readObject in engine: write bytes with codec",
        "java.net.http.HttpClient.newHttpClient in engine: use HttpURLConnection",
        "org.snakeyaml.engine.v2.api.LoadSettings.builder in engine: give the bytes to config",
        "java.lang.System.out in engine: return the value"
      })
  void each_ban_bites_and_says_what_to_do_instead(String breach) {
    assertThat(Ban.breaches(House.pretending("engine", Careless.class)))
        .anySatisfy(found -> assertThat(found).startsWith(breach));
  }

  @Test
  void what_is_banned_is_allowed_where_it_belongs() {
    List<String> breaches = Ban.breaches(House.pretending("app", Careless.class));

    assertThat(breaches).noneSatisfy(found -> assertThat(found).contains("Instant.now"));
    assertThat(breaches).anySatisfy(found -> assertThat(found).contains("ObjectInputStream"));
  }
}
