package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.codec.shape.Json;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Undecodable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON (RFC 8259), and what only looks like it. */
class JsonTextTest {

  private static Json read(String text) {
    return JsonText.read(text.getBytes(StandardCharsets.UTF_8), 10_000);
  }

  @Test
  void every_kind_of_value_is_read() {
    assertThat(read(" {\"a\" : [ 1 , -2.5e+3, true,false,null, \"x\" ],\t\"b\":{},\r\n\"c\":[]} "))
        .isEqualTo(
            new Json.Members(
                Map.of(
                    "a",
                    new Json.Items(
                        List.of(
                            new Json.Whole(1),
                            new Json.OtherNumber(),
                            new Json.Truth(true),
                            new Json.Truth(false),
                            new Json.Nothing(),
                            new Json.Text("x"))),
                    "b",
                    new Json.Members(Map.of()),
                    "c",
                    new Json.Items(List.of()))));
  }

  @Test
  void escapes_are_undone() {
    assertThat(read("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\u20ac\""))
        .isEqualTo(new Json.Text("a\"\\/\b\f\n\r\t\u00e9\ud83d\ude00\u20ac"));
    assertThat(read("\"\ufffd\"")).isEqualTo(new Json.Text("\ufffd"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "-12",
        "9007199254740991",
        "-9007199254740991",
        "1000000000000000"
      })
  void an_integer_of_53_bits_is_kept(String number) {
    assertThat(read(number)).isEqualTo(new Json.Whole(Long.parseLong(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1.0",
        "1e3",
        "0E-1",
        "9007199254740992",
        "-9007199254740992",
        "99999999999999999999"
      })
  void any_other_number_is_known_to_be_one(String number) {
    assertThat(read(number)).isEqualTo(new Json.OtherNumber());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[",
        "\"",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "]",
        "1 2",
        "{}}",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "tru",
        "truE",
        "nul",
        "'a'",
        "\"\n\"",
        "\"\u0000\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u\uff11234\"",
        "\"\\",
        "1\u0000",
        "\u00a01",
        "// 1",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"a\":null,\"a\":1}"
      })
  void what_only_looks_like_json_is_undecodable(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Undecodable.class);
  }

  @Test
  void a_text_with_half_a_surrogate_pair_is_undecodable() {
    assertThatThrownBy(() -> JsonText.read("\"\ud800\"", 100)).isInstanceOf(Undecodable.class);
  }

  @Test
  void sixty_four_levels_are_enough() {
    String deep = "[".repeat(64) + "]".repeat(64);

    assertThat(read(deep)).isInstanceOf(Json.Items.class);
    assertThat(read("[" + "[{}],".repeat(100) + "0]")).isInstanceOf(Json.Items.class);
    assertThatThrownBy(() -> read("[" + deep + "]"))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("64");
  }
}
