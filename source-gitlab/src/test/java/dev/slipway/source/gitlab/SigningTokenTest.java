package dev.slipway.source.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.source.Receiver;
import dev.slipway.source.contract.GitReceiverContract;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** With a signing token, which newer ones offer. */
class SigningTokenTest extends GitReceiverContract {

  private static final String TIME = Long.toString(NOW.getEpochSecond());

  @Override
  protected Receiver receiver() {
    return new GitLabReceiver();
  }

  @Override
  protected Map<String, String> headers(String event, byte[] body, Bytes secret) {
    return signed("a-1", TIME, body, secret);
  }

  @Override
  protected String push() {
    return "push.json";
  }

  @Override
  protected String pushEvent() {
    return "Push Hook";
  }

  @Test
  void a_signature_that_is_there_has_to_be_right_whatever_the_token_says() {
    byte[] body = recorded("push.json");
    Map<String, String> headers = new HashMap<>(headers("Push Hook", body, SECRET));
    headers.put("x-gitlab-token", SECRET.utf8());
    assertThat(told(send(headers, body, SECRET))).startsWith("hint ");
    headers.put("webhook-signature", "v1,AAAA");
    assertThat(told(send(headers, body, SECRET))).isEqualTo("refused signature-wrong");
    headers.put("webhook-signature", "");
    assertThat(told(send(headers, body, SECRET))).isEqualTo("refused signature-wrong");
  }

  @Test
  void what_is_signed_cannot_be_sent_again_later_or_under_another_id() {
    byte[] body = recorded("push.json");
    String late = Long.toString(NOW.getEpochSecond() - 301);
    assertThat(told(send(signed("a-1", late, body, SECRET), body, SECRET)))
        .isEqualTo("refused timestamp-out-of-window");
    Map<String, String> renamed = new HashMap<>(headers("Push Hook", body, SECRET));
    renamed.put("webhook-id", "a-2");
    assertThat(told(send(renamed, body, SECRET))).isEqualTo("refused signature-wrong");
  }

  @Test
  void the_id_that_is_signed_names_the_news_and_not_one_that_is_not() {
    byte[] body = recorded("push.json");
    Map<String, String> headers = new HashMap<>(headers("Push Hook", body, SECRET));
    String first = key(send(headers, body, SECRET));
    headers.put("idempotency-key", "a-9");
    assertThat(key(send(headers, body, SECRET))).isEqualTo(first);
    assertThat(key(send(signed("a-2", TIME, body, SECRET), body, SECRET))).isNotEqualTo(first);
  }

  private static Map<String, String> signed(String id, String time, byte[] body, Bytes secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.utf8().substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(UTF_8));
      String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature", signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
