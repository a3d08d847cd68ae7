package dev.slipway.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would run or build whatever a text says is not there, brought along by whatever dependency:
 * a second reader of YAML, and languages of expressions and templates that reach Java's types.
 */
final class ClassPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.yaml.snakeyaml.Yaml",
        "com.fasterxml.jackson.dataformat.yaml.YAMLFactory",
        "tools.jackson.dataformat.yaml.YAMLFactory",
        "com.esotericsoftware.yamlbeans.YamlReader",
        "org.springframework.expression.spel.standard.SpelExpressionParser",
        "ognl.Ognl",
        "org.mvel2.MVEL",
        "org.apache.velocity.app.VelocityEngine",
        "freemarker.template.Configuration",
        "org.apache.commons.jexl3.JexlEngine",
        "org.thymeleaf.TemplateEngine",
        "groovy.lang.GroovyShell",
        "org.apache.commons.text.StringSubstitutor"
      })
  void nothing_evaluates_or_builds_what_a_text_says(String type) {
    assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void the_one_reader_of_yaml_would_be_found_in_this_way() throws ClassNotFoundException {
    assertThat(Class.forName("org.snakeyaml.engine.v2.api.Load")).isNotNull();
  }
}
