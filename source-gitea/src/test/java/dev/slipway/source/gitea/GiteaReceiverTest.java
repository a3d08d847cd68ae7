package dev.slipway.source.gitea;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.contract.GitReceiverContract;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the headers that Gitea sends. */
class GiteaReceiverTest extends GitReceiverContract {

  private static final String PUSHED =
      "hint http://localhost:3000/example/example.git refs/heads/master";

  @Override
  protected Receiver receiver() {
    return new GiteaReceiver();
  }

  @Override
  protected Map<String, String> headers(String event, byte[] body, Bytes secret) {
    String hmac = hmac(body, secret);
    return Map.of(
        "x-gitea-event", event,
        "x-github-event", event,
        "x-gitea-signature", hmac,
        "x-hub-signature-256", "sha256=" + hmac);
  }

  @Override
  protected String push() {
    return "push-event.json";
  }

  @Override
  protected String pushEvent() {
    return "push";
  }

  @ParameterizedTest
  @CsvSource({
    "x-gitea-event, x-gitea-signature, ''",
    "x-forgejo-event, x-forgejo-signature, ''",
    "x-gitea-event, x-hub-signature-256, sha256=",
    "x-github-event, x-hub-signature-256, sha256=",
  })
  void the_names_of_each_host_are_understood(String name, String header, String prefix) {
    byte[] body = recorded("push-event.json");
    Map<String, String> headers = Map.of(name, "push", header, prefix + hmac(body, SECRET));
    assertThat(told(send(headers, body, SECRET))).isEqualTo(PUSHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-gitea-signature", "x-forgejo-signature", "x-hub-signature-256"})
  void each_signature_that_is_there_has_to_be_right(String header) {
    byte[] body = recorded("push-event.json");
    for (String wrong : new String[] {"", "0".repeat(64), hmac(body, SECRET).substring(1)}) {
      Map<String, String> headers = new HashMap<>(headers("push", body, SECRET));
      headers.put(header, wrong);
      assertThat(told(send(headers, body, SECRET))).isEqualTo("refused signature-wrong");
    }
  }

  @Test
  void a_signature_is_of_the_raw_body_in_lower_case_and_of_sha_256_alone() {
    byte[] body = recorded("push-event.json");
    byte[] minified = new String(body, UTF_8).replace("\n", "").getBytes(UTF_8);
    String upper = hmac(body, SECRET).toUpperCase(Locale.ROOT);
    assertThat(told(send(headers("push", minified, SECRET), body, SECRET)))
        .isEqualTo("refused signature-wrong");
    assertThat(told(send(Map.of("x-gitea-signature", upper), body, SECRET)))
        .isEqualTo("refused signature-wrong");
    assertThat(told(send(Map.of("x-hub-signature-256", hmac(body, SECRET)), body, SECRET)))
        .isEqualTo("refused signature-wrong");
    assertThat(told(send(Map.of("x-hub-signature", "sha1=" + "0".repeat(40)), body, SECRET)))
        .isEqualTo("refused signature-missing");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void a_body_passes_under_the_name_of_no_other_event(String file, String event) {
    for (String other : new String[] {"push", "delete", "create", "fork", "release", "gollum"}) {
      if (!other.equals(event) && (event.equals("push") || event.equals("delete"))) {
        assertThat(told(genuine(other, recorded(file))))
            .as(other)
            .isEqualTo("refused event-does-not-fit-body");
      }
    }
    if (!event.equals("push")) {
      assertThat(told(genuine("push", recorded(file)))).startsWith("refused ");
    }
    if (!event.equals("delete")) {
      assertThat(told(genuine("delete", recorded(file)))).startsWith("refused ");
    }
  }

  @Test
  void the_same_body_is_the_same_news_under_every_delivery_id() {
    byte[] body = recorded("push-event.json");
    Map<String, String> headers = new HashMap<>(headers("push", body, SECRET));
    String first = key(send(headers, body, SECRET));
    headers.put("x-gitea-delivery", "another");
    assertThat(key(send(headers, body, SECRET))).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"feature/a\" | \"branch\"     | hint https://h/s refs/heads/feature/a",
        "\"v1\"        | \"tag\"        | hint https://h/s refs/tags/v1",
        "\"v1\"        | \"repository\" | refused field-not-usable",
        "\"\"          | \"branch\"     | refused field-not-usable",
        "7             | \"branch\"     | refused field-not-usable",
        "\"a\\u0000\"  | \"branch\"     | refused field-not-usable",
      })
  void a_deletion_names_a_branch_or_a_tag(String ref, String type, String outcome) {
    String body =
        "{\"ref\":"
            + ref
            + ",\"ref_type\":"
            + type
            + ",\"repository\":{\"clone_url\":\"https://h/s\"}}";
    assertThat(told(genuine("delete", body.getBytes(UTF_8)))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Push", "push hook", "push\u0000"})
  void what_is_no_name_of_an_event_is_refused(String name) {
    Recognition recognition = genuine(name, recorded("push-event.json"));
    assertThat(told(recognition)).isEqualTo("refused event-name-missing");
  }

  private static String hmac(byte[] body, Bytes secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = secret.size() == 0 ? new byte[1] : secret.toArray();
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
