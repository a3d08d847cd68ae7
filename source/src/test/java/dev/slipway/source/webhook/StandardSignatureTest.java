package dev.slipway.source.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.source.Received;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSignatureTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

  /** The documented example secret of Standard Webhooks. */
  private static final Bytes SECRET = Bytes.ofUtf8("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIME = "1614265330";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String WRONG = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

  @Test
  void the_documented_vector_is_genuine() {
    assertThat(judged(ID, TIME, GOOD, BODY)).isEqualTo("genuine");
  }

  @ParameterizedTest
  @ValueSource(strings = {WRONG + " " + GOOD, GOOD + " v1a,xyz", "v2,nonsense  " + GOOD})
  void one_match_among_several_is_enough(String signatures) {
    assertThat(judged(ID, TIME, signatures, BODY)).isEqualTo("genuine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        WRONG,
        "",
        " ",
        "v1,",
        "v1",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,%%%"
      })
  void no_match_is_refused(String signatures) {
    assertThat(judged(ID, TIME, signatures, BODY)).isEqualTo("signature-wrong");
  }

  @Test
  void id_time_and_body_are_all_signed() {
    assertThat(judged("msg_other", TIME, GOOD, BODY)).isEqualTo("signature-wrong");
    assertThat(judged(ID, "1614265331", GOOD, BODY)).isEqualTo("signature-wrong");
    assertThat(judged(ID, TIME, GOOD, BODY + " ")).isEqualTo("signature-wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "-301, timestamp-out-of-window",
    "-300, genuine",
    "300, genuine",
    "301, timestamp-out-of-window"
  })
  void the_window_is_five_minutes_to_either_side(long offset, String outcome) {
    String time = Long.toString(NOW.getEpochSecond() + offset);
    String signature = "v1," + hmac(ID + "." + time + "." + BODY);
    assertThat(judged(ID, time, signature, BODY)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1614265330.5", "9999999999999999999"})
  void a_time_is_whole_seconds(String time) {
    assertThat(judged(ID, time, "v1," + hmac(ID + "." + time + "." + BODY), BODY))
        .isEqualTo("signature-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void each_header_is_needed_exactly_once(String missing) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("webhook-id", List.of(ID));
    headers.put("webhook-timestamp", List.of(TIME));
    headers.put("webhook-signature", List.of(GOOD));
    headers.computeIfPresent(missing, (_, values) -> List.of(values.getFirst(), values.getFirst()));
    assertThat(judged(new Received(headers, Bytes.ofUtf8(BODY)), SECRET))
        .isEqualTo("signature-missing");
    headers.remove(missing);
    assertThat(judged(new Received(headers, Bytes.ofUtf8(BODY)), SECRET))
        .isEqualTo("signature-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_***"})
  void an_unusable_secret_makes_nothing_genuine(String secret) {
    assertThat(judged(received(ID, TIME, GOOD, BODY), Bytes.ofUtf8(secret)))
        .isEqualTo("secret-unusable");
  }

  private static String judged(String id, String time, String signature, String body) {
    return judged(received(id, time, signature, body), SECRET);
  }

  private static Received received(String id, String time, String signature, String body) {
    return new Received(
        Map.of(
            "webhook-id", List.of(id),
            "webhook-timestamp", List.of(time),
            "webhook-signature", List.of(signature)),
        Bytes.ofUtf8(body));
  }

  private static String judged(Received received, Bytes secret) {
    return StandardSignature.judge(received, received.body().utf8().getBytes(UTF_8), secret, NOW)
        .map(reason -> reason.code())
        .orElse("genuine");
  }

  private static String hmac(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(SECRET.utf8().substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
