package dev.slipway.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written, and whatever it looks at, an answer comes soon, in our own words. */
class HostileTest {

  /** The most that a service may say. */
  private static Subject full(String text) {
    Map<String, String> variables = new TreeMap<>();
    IntStream.range(0, 100).forEach(i -> variables.put("V" + i, text));
    return Subjects.with(variables);
  }

  static Stream<String> deep() {
    return Stream.of(
            "(", "[", "{", "!", "-", "true ? true : ", "a.", "a(", "a[", "{1:", "!(", "a||")
        .flatMap(part ->
            IntStream.of(10, 60, 400)
                .mapToObj(times -> part.repeat(times) + "true" + ")".repeat(3)));
  }

  @ParameterizedTest
  @MethodSource("deep")
  void what_is_deep_is_read_or_refused(String text) {
    assertThat(Condition.read(text)).isNotNull();
  }

  @Test
  void what_is_long_is_refused_before_it_is_read() {
    assertThat(Condition.read("true || ".repeat(1_000_000) + "true"))
        .isInstanceOf(Reading.Mistaken.class);
  }

  static Stream<String> costly() {
    String digits = "[1,2,3,4,5,6,7,8,9,10]";
    return Stream.of(
        "%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, a + b + c + d > 0))))".formatted(digits),
        "service.variables.all(a, service.variables.all(b, service.variables[a] == service.variables[b]))",
        "service.variables.all(a, service.variables[a].matches('^(a|aa)+$') || true)",
        "service.variables.all(a, %s)"
            .formatted(
                "service.variables[a].contains(service.variables[a]) && ".repeat(12) + "true"));
  }

  @ParameterizedTest
  @MethodSource("costly")
  @Timeout(60)
  void what_costs_much_ends(String text) {
    Condition condition = ConditionTest.condition(text);

    assertThat(condition.ask(full("a".repeat(4096))))
        .isIn(new Answer.Unclear("it looks at more than one condition may"), new Answer.Said(true));
  }

  static Stream<String> patterns() {
    return Stream.of(
        "(a{1000}){1000}",
        "((a{100}){100}){100}",
        "a{99999999}",
        "(a{10}){10}{10}",
        "(".repeat(150),
        "[a-z]{1,100}".repeat(16),
        "(?:".repeat(40) + "a" + ")*".repeat(40),
        "\\\\Q" + "x".repeat(300),
        "(a+)+(a+)+$");
  }

  @ParameterizedTest
  @MethodSource("patterns")
  @Timeout(60)
  void a_pattern_that_grows_is_refused_or_harmless(String pattern) {
    switch (Condition.read(
        "service.variables.all(v, service.variables[v].matches('" + pattern + "'))")) {
      case Reading.Mistaken _ -> {}
      case Reading.Sound(Condition condition) ->
          assertThat(condition.ask(full("a".repeat(2000)))).isNotNull();
    }
  }

  @Test
  void strings_of_strangers_are_only_looked_at() {
    String hostile = "') || true || ('\u0000\u202e${jndi:ldap://x}{{7*7}}`id`\n\"\\";

    assertThat(ConditionTest.condition("service.variables.V7 == 'plain'").ask(full(hostile)))
        .isEqualTo(new Answer.Said(false));
    assertThat(
            ConditionTest.condition(
                    "service.variables.all(v, service.variables[v].startsWith('plain'))")
                .ask(full(hostile)))
        .isEqualTo(new Answer.Said(false));
  }

  /** Any text gives an answer, and the same one again. */
  @Test
  void texts_by_chance_give_an_answer() {
    Random chance = new Random(28);
    String[] parts = {
      "service",
      ".",
      "replicas",
      " ",
      ">",
      "2",
      "(",
      ")",
      "[",
      "]",
      "'x'",
      "&&",
      "||",
      "!",
      "labels",
      "all",
      "(a, ",
      "matches",
      "duration('1h')",
      "\u0000",
      "é",
      "{",
      "}",
      ":",
      "?",
      "-",
      "1e9",
      "\"",
      "jobs",
      "has(",
      "in",
      "==",
      "0x7f",
      "b'a'",
      "null",
      "\n"
    };
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + chance.nextInt(14);
      for (int j = 0; j < length; j++) {
        text.append(parts[chance.nextInt(parts.length)]);
      }
      switch (Condition.read(text.toString())) {
        case Reading.Mistaken(var mistakes) ->
            assertThat(mistakes)
                .isNotEmpty()
                .allSatisfy(mistake ->
                    assertThat(mistake.sentence()).doesNotContain("Exception", "EOF", "container"));
        case Reading.Sound(Condition condition) ->
            assertThat(condition.ask(Subjects.web())).isEqualTo(condition.ask(Subjects.web()));
      }
    }
  }
}
