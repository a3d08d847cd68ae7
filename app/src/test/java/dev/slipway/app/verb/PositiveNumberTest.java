package dev.slipway.app.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PositiveNumberTest {

  @Test
  void a_number_is_taken_as_it_is() {
    assertThat(new PositiveNumber().convert("30")).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1000001", "9999999999", "ten", "1.5", ""})
  void what_would_be_none_or_is_no_number_is_refused_and_not_taken_as_another(String text) {
    assertThatThrownBy(() -> new PositiveNumber().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'%s' is not a whole number from 1 to 1000000", text);
  }
}
