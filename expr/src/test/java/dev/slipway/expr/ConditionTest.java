package dev.slipway.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions say of services. */
class ConditionTest {

  static Condition condition(String text) {
    Reading reading = Condition.read(text);
    assertThat(reading).as("%s %s", text, reading).isInstanceOf(Reading.Sound.class);
    return ((Reading.Sound) reading).condition();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application == 'shop'                                       | true",
        "environment.startsWith('prod')                              | true",
        "labels.region == 'eu'                                       | true",
        "'region' in labels                                          | true",
        "service.name.matches('^[a-z]+$')                            | true",
        "service.name.matches('b$')                                  | true",
        "service.kind == 'run'                                       | true",
        "service.replicas >= 2 && service.replicas % 2 == 1          | true",
        "service.strategy in ['rolling', 'blue-green']               | false",
        "service.traffic == 'http'                                   | true",
        "has(service.port)                                           | false",
        "service.health.path == '/healthz'                           | true",
        "service.health.within <= duration('15s')                    | true",
        "has(service.limits.memory) && service.limits.memory <= 1024 | true",
        "has(service.limits.open_files)                              | false",
        "service.variables.LOG == 'debug'                            | true",
        "service.variables['TLS'] == 'required'                      | true",
        "!('DEBUG' in service.variables)                             | true",
        "service.variables.all(name, name.matches('^[A-Z_]+$'))      | true",
        "service.secrets.all(name, service.secrets[name].from == 'file') | false",
        "service.secrets.PASSWORD.version == 3                       | true",
        "has(service.secrets.TOKEN.version)                          | false",
        "service.timeout < duration('1h')                            | true",
        "service.no_output_timeout == duration('5m')                 | true",
        "service.after.exists(name, name == 'db')                    | true",
        "size(service.after) == 1                                    | true",
        "jobs.exists_one(job, job.irreversible && job.when == 'before') | true",
        "jobs.all(job, job.timeout <= duration('10m'))               | false",
        "service.replicas > 2 ? labels.region == 'eu' : false        | true",
      })
  void a_condition_looks_at_what_the_service_is_to_be(String text, boolean so) {
    assertThat(condition(text.strip()).ask(Subjects.web())).isEqualTo(new Answer.Said(so));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "service.limits.open_files < 10      | it asks for something that nobody says; ask has(…), or '…' in, before it",
        "service.variables.NONE == 'x'       | it asks for something that nobody says; ask has(…), or '…' in, before it",
        "service.after[7] == 'db'            | it asks for an item that a list does not have",
        "service.replicas / 0 == 1           | it divides by zero",
        "service.replicas * 9223372036854775807 > 1 | it comes to a number that is too large",
        "service.timeout < duration('soon')  | it cannot be worked out",
      })
  void what_cannot_be_told_is_no_yes_and_says_why(String text, String because) {
    assertThat(condition(text.strip()).ask(Subjects.web())).isEqualTo(new Answer.Unclear(because));
  }

  @Test
  void a_command_has_no_instances_to_count() {
    assertThat(condition("has(service.replicas)").ask(Subjects.command()))
        .isEqualTo(new Answer.Said(false));
    assertThat(
            condition("service.kind == 'command' && !has(service.health)").ask(Subjects.command()))
        .isEqualTo(new Answer.Said(true));
  }

  @Test
  void the_same_text_is_read_once() {
    assertThat(Condition.read("service.replicas == 7"))
        .isSameAs(Condition.read("service.replicas == 7"));
  }
}
