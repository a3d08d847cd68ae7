package dev.slipway.outlet.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where letters go, and where none does. */
class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team@shop.example",
        "a.b+c@localhost",
        "o'neill@mail-1.shop.example",
      })
  void is_an_address(String written) {
    assertThat(new MailAddress(written).value()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "team",
        "team@",
        "@shop.example",
        "te am@shop.example",
        "team@shop.example\r\nRCPT TO:<other@shop.example>",
        "<team@shop.example>",
        "Team <team@shop.example>",
        ".team@shop.example",
        "team@shop..example",
        "team@[127.0.0.1]",
        "t\u00e9am@shop.example",
      })
  void is_none(String written) {
    assertThatThrownBy(() -> new MailAddress(written)).isInstanceOf(IllegalArgumentException.class);
    assertThat(MailAddress.list("team@shop.example, " + written + ",x")).isEmpty();
  }

  @Test
  void several_stand_between_commas_or_blanks_each_once() {
    assertThat(MailAddress.list("a@x.example, b@x.example a@x.example").orElseThrow())
        .extracting(MailAddress::value)
        .containsExactly("a@x.example", "b@x.example");
  }

  @Test
  void there_are_fifty_at_most() {
    String many =
        IntStream.rangeClosed(1, 51)
            .mapToObj("p%d@x.example"::formatted)
            .collect(Collectors.joining(","));
    assertThat(MailAddress.list(many)).isEmpty();
    assertThat(MailAddress.list(many.substring(0, many.lastIndexOf(','))).orElseThrow())
        .hasSize(50);
  }
}
