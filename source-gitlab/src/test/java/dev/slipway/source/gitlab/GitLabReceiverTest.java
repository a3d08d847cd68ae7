package dev.slipway.source.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.contract.GitReceiverContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a secret token, which is what most have set up. */
class GitLabReceiverTest extends GitReceiverContract {

  @Override
  protected Receiver receiver() {
    return new GitLabReceiver();
  }

  @Override
  protected Map<String, String> headers(String event, byte[] body, Bytes secret) {
    return Map.of(
        "x-gitlab-event", event, "x-gitlab-token", secret.utf8(), "idempotency-key", "a-1");
  }

  @Override
  protected String push() {
    return "push.json";
  }

  @Override
  protected String pushEvent() {
    return "Push Hook";
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "whsec_", "whsec_c2xpcHdheS10cmlhbC1zZWNyZXQtb2YtMzItYnl0ZXM"})
  void a_token_that_is_not_the_secret_is_refused(String token) {
    assertThat(told(send(Map.of("x-gitlab-token", token), recorded("push.json"), SECRET)))
        .isEqualTo("refused token-wrong");
  }

  @Test
  void another_id_is_another_news_for_a_branch_may_go_back_and_forth() {
    byte[] body = recorded("push.json");
    String first = key(send(headers("Push Hook", body, SECRET), body, SECRET));
    assertThat(first)
        .isNotEqualTo(
            key(
                send(
                    Map.of("x-gitlab-token", SECRET.utf8(), "idempotency-key", "a-2"),
                    body,
                    SECRET)));
    assertThat(key(send(Map.of("x-gitlab-token", SECRET.utf8()), body, SECRET)))
        .isEqualTo("sha256:f38849f9ac66a775cc6581f7a768fbb8129e61a0cac70a37863d54e8d4042800");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Merge Request Hook", "System Hook", "Job Hook", "", "\u0000"})
  void what_happened_is_read_from_the_body_and_from_no_header(String event) {
    byte[] body = recorded("push.json");
    assertThat(told(genuine(event, body)))
        .isEqualTo("hint http://example.com/mike/diaspora.git refs/heads/master");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"git_http_url\":\"file:///srv/shop.git\"} | hint file:///srv/shop.git refs/heads/a",
        "{\"git_http_url\":7,\"web_url\":\"https://h/s\"} | hint https://h/s refs/heads/a",
        "{\"git_http_url\":\"-oProxy\",\"git_ssh_url\":\"g@h:s\"} | hint g@h:s refs/heads/a",
        "{\"id\":1}                                    | refused field-not-usable",
      })
  void the_first_usable_address_names_the_repository(String project, String outcome) {
    assertThat(told(pushed("\"refs/heads/a\"", project))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"main\"                | refused field-not-usable",
        "17                      | refused field-not-usable",
        "\"refs/heads/a\\u0000\" | refused field-not-usable",
        "\"refs/notes/x\"        | ignored ref-not-branch-or-tag",
      })
  void a_ref_is_a_full_name_of_a_branch_or_tag(String ref, String outcome) {
    assertThat(told(pushed(ref, "{\"git_http_url\":\"https://h/s\"}"))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"object_kind\":\"\"}", "{\"object_kind\":\"Push Hook\"}"})
  void a_body_that_names_no_event_is_refused(String body) {
    assertThat(told(genuine("Push Hook", body.getBytes(UTF_8))))
        .isEqualTo("refused event-name-missing");
  }

  private Recognition pushed(String ref, String project) {
    return genuine(
        "Push Hook",
        ("{\"object_kind\":\"push\",\"ref\":" + ref + ",\"project\":" + project + "}")
            .getBytes(UTF_8));
  }
}
