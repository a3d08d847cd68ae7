package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a secret's value may be, and to what it may be sealed. */
class SecretValueTest {

  private static byte[] bytes(int length) {
    byte[] value = new byte[length];
    Arrays.fill(value, (byte) 'x');
    return value;
  }

  @ParameterizedTest
  @ValueSource(ints = {SecretValue.LENGTH_MIN, SecretValue.LENGTH_MAX})
  void what_is_as_long_as_it_may_be_can_be_used(int length) {
    assertThat(SecretValue.unfit(bytes(length))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, SecretValue.LENGTH_MIN - 1, SecretValue.LENGTH_MAX + 1})
  void what_logs_could_not_hide_cannot(int length) {
    assertThat(SecretValue.unfit(bytes(length)))
        .contains(
            "has %d bytes, and only values of 6 to 8192 bytes can be hidden in logs"
                .formatted(length));
  }

  @Test
  void what_no_variable_can_hold_cannot_be_used() {
    byte[] withNul = "before\0after".getBytes(StandardCharsets.UTF_8);
    byte[] notUtf8 = {1, 2, 3, (byte) 0xff, 4, 5, 6};

    assertThat(SecretValue.unfit(withNul)).isEqualTo(SecretValue.unfit(notUtf8)).isPresent();
  }

  @Test
  void what_is_too_long_stays_so_without_a_line_break() {
    byte[] read = bytes(SecretValue.TOO_MANY);
    read[read.length - 1] = '\n';
    read[read.length - 2] = '\r';

    assertThat(SecretValue.unfit(SecretValue.trimmed(read))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo",
        "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmoo",
        "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo=",
        "hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=\n",
        "<script>alert('hSDwCYkwp1R0i33ctD73W')</scr="
      })
  void what_is_not_32_bytes_in_base64_is_no_key(String base64) {
    assertThatThrownBy(() -> new EnvironmentKey(base64)).isInstanceOf(InvalidValue.class);
  }
}
