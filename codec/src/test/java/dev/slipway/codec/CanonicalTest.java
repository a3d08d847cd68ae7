package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785, as far as they hold integers only. */
class CanonicalTest {

  private static JsonNode json(String text) {
    return Json.read(text, 10_000);
  }

  @Test
  void keys_are_sorted_by_their_utf16_code_units_as_in_section_3_2_3() {
    String input =
        """
        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
        "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
        "\\u00f6":"Latin Small Letter O With Diaeresis"}\
        """;

    assertThat(Canonical.text(json(input)))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @Test
  void strings_and_literals_have_the_bytes_of_section_3_2_4() {
    String input =
        """
        { "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false] }\
        """;

    assertThat(HexFormat.of().formatHex(Canonical.bytes(json(input))))
        .isEqualTo(
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c22737472696e67223a22"
                + "e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
  }

  @Test
  void integers_are_written_as_they_are_up_to_53_bits() {
    assertThat(Canonical.text(json("[0,-0,9007199254740991,-9007199254740991]")))
        .isEqualTo("[0,0,9007199254740991,-9007199254740991]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1.0", "1e3", "9007199254740992", "-9007199254740992"})
  void what_is_no_integer_of_53_bits_is_refused(String number) {
    JsonNode value = json(number);

    assertThatThrownBy(() -> Canonical.bytes(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800"})
  void half_a_surrogate_pair_is_refused(String text) {
    assertThatThrownBy(() -> Canonical.bytes(new TextNode(text)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void empty_containers_have_no_space_in_them() {
    assertThat(
            new String(Canonical.bytes(json("{ \"b\": [ ], \"a\": { } }")), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":{},\"b\":[]}");
  }
}
