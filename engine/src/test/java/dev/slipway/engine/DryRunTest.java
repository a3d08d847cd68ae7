package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.intake.DryRun;
import dev.slipway.engine.trigger.News;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.RefName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which triggers something would fire, and why not the others. */
class DryRunTest {

  private static final List<TriggerDefinition> TRIGGERS =
      List.of(
          Fixtures.onPush("main", "main"),
          Fixtures.onPush("any", "*"),
          Fixtures.onPush("features", "feature/*", "staging"),
          Fixtures.onPush("moon", "*", "moon"),
          Fixtures.onTag("release", "v*", "production"),
          Fixtures.onAnnouncement("built", "artifact.published"));

  record Case(String told, News news, Map<String, String> said, Map<String, List<String>> ways) {
    @Override
    public String toString() {
      return told;
    }
  }

  static Stream<Case> cases() {
    List<String> route = List.of("staging", "production");
    return Stream.of(
        new Case(
            "a push to main",
            new News.Moved(RefName.ofBranch("main")),
            Map.of(
                "main", "branch-matches",
                "any", "same-way",
                "features", "branch-does-not-match",
                "moon", "not-on-route",
                "release", "not-a-tag",
                "built", "not-an-announcement"),
            Map.of("main", route)),
        new Case(
            "a push to a feature",
            new News.Moved(RefName.ofBranch("feature/cart")),
            Map.of(
                "main", "branch-does-not-match",
                "any", "branch-does-not-match",
                "features", "branch-matches",
                "moon", "branch-does-not-match",
                "release", "not-a-tag",
                "built", "not-an-announcement"),
            Map.of("features", List.of("staging"))),
        new Case(
            "a tag",
            new News.Moved(RefName.ofTag("v1")),
            Map.of(
                "main", "not-a-branch",
                "any", "not-a-branch",
                "features", "not-a-branch",
                "moon", "not-a-branch",
                "release", "tag-matches",
                "built", "not-an-announcement"),
            Map.of("release", List.of("production"))),
        new Case(
            "an announcement",
            new News.Announced("artifact.published"),
            Map.of(
                "main", "not-a-ref",
                "any", "not-a-ref",
                "features", "not-a-ref",
                "moon", "not-a-ref",
                "release", "not-a-ref",
                "built", "type-matches"),
            Map.of("built", route)),
        new Case(
            "a branch that is gone",
            new News.Gone(RefName.ofBranch("main")),
            all("ref-gone"),
            Map.of()),
        new Case(
            "a ref whose name is only shown",
            new News.Moved(RefName.ofBranch("main\u202e")),
            all("ref-not-automatable"),
            Map.of()));
  }

  private static Map<String, String> all(String code) {
    return TRIGGERS.stream().collect(Collectors.toMap(it -> it.name().value(), _ -> code));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_trigger_says_why_and_where_its_shipment_would_go(Case one) {
    Given given = PushTest.shopAdded();
    int before = given.ledger().size();
    ApplicationDefinition definition = Fixtures.shop(TRIGGERS, Fixtures.web("bin/web"));

    List<DryRun.Evaluation> said = DryRun.of(given.world(), definition, one.news(), given.now());

    assertThat(
            said.stream()
                .collect(
                    Collectors.toMap(
                        it -> it.trigger().value(), it -> it.verdict().because().code())))
        .isEqualTo(one.said());
    assertThat(
            said.stream()
                .filter(it -> it.verdict() instanceof Verdict.Matched)
                .collect(Collectors.toMap(DryRun.Evaluation::trigger, DryRun.Evaluation::travel)))
        .isEqualTo(ways(one.ways()));
    assertThat(given.ledger()).hasSize(before);
  }

  private static Map<TriggerName, List<EnvironmentName>> ways(Map<String, List<String>> ways) {
    Function<Map.Entry<String, List<String>>, List<EnvironmentName>> names =
        way -> way.getValue().stream().map(EnvironmentName::new).toList();
    return ways.entrySet().stream()
        .collect(Collectors.toMap(way -> new TriggerName(way.getKey()), names));
  }
}
