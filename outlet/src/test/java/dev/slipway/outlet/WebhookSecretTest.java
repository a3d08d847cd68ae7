package dev.slipway.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages are signed with. */
class WebhookSecretTest {

  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void a_signature_is_the_one_of_the_standards_example() {
    WebhookSecret secret = WebhookSecret.parse(KEY + "\n").orElseThrow();
    assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_MfKQ", "whsec_!!!!"})
  void what_is_no_secret_is_not_signed_with(String text) {
    assertThat(WebhookSecret.parse(text)).isEmpty();
  }

  @Test
  void it_does_not_print_itself() {
    assertThat(WebhookSecret.parse(KEY).orElseThrow().toString()).doesNotContain("MfKQ9");
  }
}
