package dev.slipway.views.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two states have not in common. */
final class StateDifferenceTest {

  /** A service of which one thing at a time is changed. */
  private record Web(
      String commit,
      String archive,
      Workload workload,
      int replicas,
      Optional<HealthCheck> health,
      Map<String, String> variables,
      Timeouts timeouts,
      Optional<Limits> limits,
      Optional<Serving> serving) {

    DesiredService named(String name) {
      ServiceName service = new ServiceName(name);
      Release release =
          new Release(
              service,
              new Artifact.CommitArchive(
                  new RepositoryUrl("https://git.example/shop"),
                  new Sha(commit.repeat(40)),
                  new Digest("sha256:" + archive.repeat(64))),
              workload,
              health,
              new TreeMap<>(variables),
              timeouts,
              limits);
      return new DesiredService(
          service,
          List.of(new DesiredRelease(release, 100, replicas, DesiredRelease.Part.ACTIVE)),
          serving);
    }

    Web running(String... words) {
      return new Web(
          commit, archive, run(words), replicas, health, variables, timeouts, limits, serving);
    }

    Web at(String other) {
      return new Web(
          other, archive, workload, replicas, health, variables, timeouts, limits, serving);
    }

    Web of(String other) {
      return new Web(
          commit, other, workload, replicas, health, variables, timeouts, limits, serving);
    }

    Web times(int other) {
      return new Web(
          commit, archive, workload, other, health, variables, timeouts, limits, serving);
    }

    Web found(String path, Duration within) {
      Optional<HealthCheck> other = Optional.of(new HealthCheck(path, within));
      return new Web(
          commit, archive, workload, replicas, other, variables, timeouts, limits, serving);
    }

    Web with(Map<String, String> others) {
      return new Web(
          commit, archive, workload, replicas, health, others, timeouts, limits, serving);
    }

    Web within(Duration total) {
      Timeouts other = new Timeouts(total, timeouts.noOutput());
      return new Web(
          commit, archive, workload, replicas, health, variables, other, limits, serving);
    }

    Web limited(int mebibytes) {
      Optional<Limits> other =
          Optional.of(new Limits(Optional.of(mebibytes), Optional.of(64), Optional.empty()));
      return new Web(
          commit, archive, workload, replicas, health, variables, timeouts, other, serving);
    }

    Web by(StrategyDefinition strategy, Optional<Integer> port) {
      Optional<Serving> other =
          Optional.of(new Serving(strategy, replicas, Serving.Traffic.TCP, port));
      return new Web(
          commit, archive, workload, replicas, health, variables, timeouts, limits, other);
    }
  }

  private static final Web WEB =
      new Web(
          "a",
          "0",
          run("./bin/web"),
          1,
          Optional.empty(),
          Map.of("GREETING", "hello"),
          Timeouts.STANDARD,
          Optional.empty(),
          Optional.empty());

  private static Workload run(String... words) {
    return new Workload.Run(Stream.of(words).map(Template::new).toList());
  }

  record Case(String what, Web now, List<String> lines) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("nothing", WEB, List.of()),
        new Case("the same content, of another commit", WEB.at("b"), List.of()),
        new Case(
            "another archive",
            WEB.of("1"),
            List.of("artifact sha256:%s -> sha256:%s".formatted("0".repeat(64), "1".repeat(64)))),
        new Case(
            "other words",
            WEB.running("./bin/web", "--name", "two words", "it's"),
            List.of("run ./bin/web -> ./bin/web --name 'two words' 'it'\\''s'")),
        new Case("more replicas", WEB.times(3), List.of("replicas 1 -> 3")),
        new Case(
            "a health check",
            WEB.found("/healthz", Duration.ofSeconds(90)),
            List.of("+ health.path /healthz", "+ health.within 90s")),
        new Case("a longer time", WEB.within(Duration.ofHours(2)), List.of("timeout 1h -> 2h")),
        new Case(
            "limits", WEB.limited(512), List.of("+ limits.memory 512m", "+ limits.open_files 64")),
        new Case(
            "a strategy and a port",
            WEB.by(new StrategyDefinition.BlueGreen(Duration.ofMinutes(1), true), Optional.of(80)),
            List.of(
                "+ port 80",
                "strategy recreate -> blue-green",
                "+ strategy.drain 1m",
                "+ strategy.standby true",
                "traffic http -> tcp")),
        new Case(
            "variables, whose values are not told",
            WEB.with(Map.of("GREETING", "geheim", "TOKEN", "s3cret")),
            List.of("variables.GREETING ? -> ?", "+ variables.TOKEN ?")),
        new Case("a variable less", WEB.with(Map.of()), List.of("- variables.GREETING ?")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_field_that_differs_is_told_and_no_other(Case one) {
    List<ServiceDifference> found = between(List.of(WEB.named("web")), one.now().named("web"));

    assertThat(found.stream().flatMap(service -> service.fields().stream()).map(this::line))
        .isEqualTo(one.lines());
    assertThat(found.stream().map(ServiceDifference::how))
        .allMatch(how -> how == Differs.CHANGED)
        .hasSize(one.lines().isEmpty() ? 0 : 1);
  }

  @Test
  void services_come_and_go_with_all_their_fields_by_name() {
    List<ServiceDifference> found =
        between(List.of(WEB.named("b"), WEB.named("gone")), WEB.named("a"), WEB.named("b"));

    assertThat(found.stream().map(service -> service.how() + " " + service.service()))
        .containsExactly("ADDED a", "REMOVED gone");
    assertThat(found.getFirst().fields())
        .extracting(FieldDifference::field)
        .containsExactly(
            "artifact",
            "replicas",
            "repository",
            "run",
            "strategy",
            "timeout",
            "traffic",
            "variables.GREETING");
    assertThat(found.getLast().fields()).allMatch(field -> field.how() == Differs.REMOVED);
  }

  @Test
  void a_command_has_fields_of_its_own() {
    Workload command = new Workload.Command(List.of(new Template("./publish.sh")), true);
    Web now =
        new Web(
            "a",
            "0",
            command,
            1,
            Optional.empty(),
            WEB.variables(),
            Timeouts.STANDARD,
            Optional.empty(),
            Optional.empty());

    assertThat(between(List.of(WEB.named("web")), now.named("web")).getFirst().fields())
        .extracting(this::line)
        .containsExactly(
            "+ command ./publish.sh",
            "+ idempotent true",
            "+ no_output_timeout 10m",
            "- replicas 1",
            "- run ./bin/web",
            "- strategy recreate",
            "- traffic http");
  }

  @Test
  void a_first_delivery_is_all_new() {
    assertThat(
            StateDifference.between(Optional.empty(), new DesiredState(List.of(WEB.named("web")))))
        .singleElement()
        .extracting(ServiceDifference::how)
        .isEqualTo(Differs.ADDED);
  }

  private static List<ServiceDifference> between(List<DesiredService> from, DesiredService... to) {
    return StateDifference.between(
        Optional.of(new DesiredState(from)), new DesiredState(List.of(to)));
  }

  private String line(FieldDifference field) {
    String from = field.from().orElse("?");
    String to = field.to().orElse("?");
    return switch (field.how()) {
      case ADDED -> "+ %s %s".formatted(field.field(), to);
      case REMOVED -> "- %s %s".formatted(field.field(), from);
      case CHANGED -> "%s %s -> %s".formatted(field.field(), from, to);
    };
  }
}
