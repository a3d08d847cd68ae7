package dev.slipway.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Workload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a value holds, it stays what it is, within the word that it was put into. */
class SubstitutionTest {

  private static List<String> words(String value) {
    Workload.Command command =
        new Workload.Command(
            List.of(
                new Template("bin/load"),
                new Template("--ref={ref}"),
                new Template("{params[x]}"),
                new Template("{sha}|{params[x]}|${port}")),
            false);
    Substitution substitution =
        new Substitution(Map.of("ref", value, "sha", "0123"), Map.of("x", value));
    return ((Workload.Command) substitution.in(command))
        .words().stream().map(Template::text).toList();
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "",
        "main",
        "{sha}",
        "{params[x]}",
        "{params[",
        "${port}",
        "${jndi:ldap://203.0.113.1/a}",
        "#{T(java.lang.Runtime).getRuntime().exec('id')}",
        "$(touch /tmp/x)",
        "`id`",
        "a b; rm -rf / && echo 'x' \"y\" | sh > z",
        "--upload-pack=touch x",
        "line\nbreak\r\n\ttab",
        "\u0000\u001b[31m\u202e\ufeff",
        "\\{sha\\} %s %n {0} {}",
        "}}{{",
        "ünïcode 🙂 \ud800"
      })
  void a_hostile_value_is_the_same_text_in_the_same_word(String value) {
    assertThat(words(value))
        .containsExactly("bin/load", "--ref=" + value, value, "0123|" + value + "|${port}");
  }
}
