package dev.slipway.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of texts that are no conditions. */
class MistakesTest {

  private static Mistake first(String text) {
    Reading reading = Condition.read(text);
    assertThat(reading).as(text).isInstanceOf(Reading.Mistaken.class);
    return ((Reading.Mistaken) reading).mistakes().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "servce.replicas > 1         | 1:1  | There is no 'servce' here.",
        "true && service.replcas > 1 | 1:17 | There is no 'replcas' here.",
        "service.replicas            | 1:8  | It has to be true or false, and this is of the type int.",
        "service.name > 1            | 1:14 | '>' cannot be used with (string, int).",
        "service.name + 'x' == 'y'   | 1:14 | '+' cannot be used with (string, string).",
        "service.after + ['x'] == [] | 1:15 | '+' cannot be used with (list(string), list(string)).",
        "service.replicas >          | 1:19 | It cannot be read from here on.",
        "service.name == 'open       | 1:17 | It cannot be read from here on.",
        "now() > 1                   | 1:4  | There is no 'now' here.",
        "timestamp('2030-01-01T00:00:00Z') == 1 | 1:10 | There is no 'timestamp' here.",
        "type(service) == 1          | 1:5  | There is no 'type' here.",
        "dyn(service) == 1           | 1:4  | There is no 'dyn' here.",
        "service.after.map(a, a) == [] | 1:18 | There is no 'map' here.",
        "labels == service.variables | 1:8  | Compare single values; whole lists and mappings are not compared.",
        "service.name.matches('(')   | 1:22 | It is no pattern, such as ^[a-z]+$ is one.",
        "service.name.matches(application) | 1:22 | Write the pattern itself; it cannot be made of values.",
      })
  void a_mistake_has_its_place_and_says_what_is_wrong(String text, String place, String sentence) {
    Mistake mistake = first(text.strip());

    assertThat(mistake.line() + ":" + mistake.column()).isEqualTo(place.strip());
    assertThat(mistake.sentence()).isEqualTo(sentence.strip());
  }

  @Test
  void lines_are_counted() {
    Mistake mistake = first("service.replicas > 1 &&\n  service.nam == 'web'");

    assertThat(mistake.line()).isEqualTo(2);
    assertThat(mistake.column()).isEqualTo(11);
  }

  @Test
  void a_name_that_nobody_knows_comes_with_those_that_there_are() {
    assertThat(first("service.replcas > 1").unknown().orElseThrow().known())
        .contains("replicas", "variables", "irreversible");
    assertThat(first("servce.name == 'web'").unknown().orElseThrow().known())
        .contains("service", "labels", "startsWith");
  }
}
