package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where texts and numbers stand in an answer. */
class FlatTest {

  @Test
  void each_is_known_by_the_way_to_it() {
    assertThat(
            Flat.read(
                "[{\"id\":7,\"payload\":{\"slipway\":\"a\"}},{\"id\":8,\"x\":[true,null,\"b\"]}]"))
        .contains(Map.of("0.id", "7", "0.payload.slipway", "a", "1.id", "8", "1.x.2", "b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"text\"", "7", "{\"\":1}", "{\"a/b\":\"c\"}", "{}", "", "null"})
  void whatever_is_json_is_read(String text) {
    assertThat(Flat.read(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":", "<html>", "{\"a\":\"b\"]"})
  void what_is_none_is_nothing(String text) {
    assertThat(Flat.read(text)).isEmpty();
  }

  @Test
  void more_than_anybody_looks_at_and_deeper_is_nothing() {
    assertThat(
            Flat.read(
                IntStream.range(0, 50_001)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",", "[", "]"))))
        .isEmpty();
    assertThat(Flat.read("[".repeat(100))).isEmpty();
  }
}
