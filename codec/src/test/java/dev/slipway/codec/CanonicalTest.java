package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.Shapes;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785, as far as they hold integers only. */
class CanonicalTest {

  /** A map, whose keys may be any text. */
  public record Labels(SortedMap<String, String> labels, List<String> list) {}

  /** Its components are declared in another order than they are written in. */
  public record Unsorted(long b, Optional<String> a, int aB, boolean c, String B) {}

  private static String written(Object value) {
    return CanonicalText.of(Shapes.of(value.getClass()), value).toString();
  }

  private static SortedMap<String, String> backwards(Map<String, String> map) {
    SortedMap<String, String> backwards = new TreeMap<>(Collections.reverseOrder());
    backwards.putAll(map);
    return backwards;
  }

  @Test
  void keys_are_sorted_by_their_utf16_code_units_as_in_section_3_2_3() {
    Map<String, String> labels =
        Map.of(
            "\u20ac", "Euro Sign",
            "\r", "Carriage Return",
            "\ufb33", "Hebrew Letter Dalet With Dagesh",
            "1", "One",
            "\ud83d\ude00", "Emoji: Grinning Face",
            "\u0080", "Control",
            "\u00f6", "Latin Small Letter O With Diaeresis");

    assertThat(written(new Labels(backwards(labels), List.of())))
        .isEqualTo(
            "{\"labels\":{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"},\"list\":[]}");
  }

  @Test
  void components_are_written_in_the_order_of_their_names() {
    assertThat(written(new Unsorted(1, Optional.of("x"), 2, true, "y")))
        .isEqualTo("{\"B\":\"y\",\"a\":\"x\",\"aB\":2,\"b\":1,\"c\":true}");
    assertThat(written(new Unsorted(1, Optional.empty(), 2, false, "y")))
        .isEqualTo("{\"B\":\"y\",\"aB\":2,\"b\":1,\"c\":false}");
  }

  @Test
  void strings_have_the_bytes_of_section_3_2_4() {
    byte[] bytes = new CanonicalText().text("\u20ac$\u000f\nA'B\"\\\\\"/").bytes();

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f22");
  }

  @Test
  void integers_are_written_as_they_are_up_to_53_bits() {
    for (long integer : new long[] {0, 9_007_199_254_740_991L, -9_007_199_254_740_991L}) {
      assertThat(new CanonicalText().integer(integer).toString()).isEqualTo(Long.toString(integer));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9_007_199_254_740_992L, -9_007_199_254_740_992L, Long.MIN_VALUE})
  void an_integer_of_more_than_53_bits_is_refused(long integer) {
    assertThatThrownBy(() -> new CanonicalText().integer(integer))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00b", "\udc00\ud800"})
  void half_a_surrogate_pair_is_refused(String text) {
    assertThatThrownBy(() -> new CanonicalText().text(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void empty_containers_have_no_space_in_them() {
    assertThat(written(new Labels(new TreeMap<>(), List.of())))
        .isEqualTo("{\"labels\":{},\"list\":[]}");
  }
}
