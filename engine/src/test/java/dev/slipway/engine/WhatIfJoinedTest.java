package dev.slipway.engine;

import static dev.slipway.engine.Sites.STAGING;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
import static dev.slipway.engine.Sites.group;
import static dev.slipway.engine.Sites.push;
import static dev.slipway.engine.Sites.shop;
import static dev.slipway.engine.Sites.site;
import static dev.slipway.engine.Sites.sites;
import static dev.slipway.engine.Supposing.ROLLOUT;
import static dev.slipway.engine.Supposing.ask;
import static dev.slipway.engine.Supposing.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.Supposition;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.EnvironmentDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a span in which environments joined a group would have come to. */
class WhatIfJoinedTest {

  private static Given joined() {
    Given given = sites("a");
    push(given, 2);
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(ROLLOUT).whenConverged(at("a"));
    return given.later(Duration.ofHours(1));
  }

  private static void joins(Given given) {
    given.when(applied(site("b")));
    given.agents("edge-b");
    given.later(ROLLOUT).whenConverged(at("b"));
    push(given, 3);
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(ROLLOUT).whenConverged(at("a"));
    given.later(ROLLOUT).whenConverged(at("b"));
  }

  @Test
  void with_nothing_changed_everything_is_as_it_was() {
    Given given = joined();
    Instant since = given.now();
    joins(given);

    WhatIf.Answer answer = ask(given, since);

    assertThat(answer.rows()).hasSize(4).allMatch(WhatIf.Row::faithful);
    assertThat(answer.rows())
        .extracting(WhatIf.Row::difference)
        .allMatch(Difference.Same.class::isInstance);
  }

  @Test
  void a_route_that_is_supposed_stands_for_those_that_joined_too() {
    Given given = joined();
    Instant since = given.now();
    joins(given);

    WhatIf.Answer answer = ask(given, since, document(shop()));

    assertThat(answer.rows())
        .extracting(WhatIf.Row::difference)
        .allMatch(Difference.Same.class::isInstance);
  }

  @Test
  void another_template_is_supposed_for_those_that_were_there_and_those_that_joined() {
    Given given = joined();
    Instant since = given.now();
    joins(given);
    Document asking = declaring(edge(Fixtures.guarded("edge", Fixtures.approvals(1))));
    assertThat(new Supposition(List.of(asking)).refusal(given.world())).isEmpty();

    WhatIf.Answer answer = ask(given, since, asking);

    assertThat(answer.rows()).hasSize(4).allMatch(WhatIf.Row::faithful);
    assertThat(answer.rows())
        .filteredOn(row -> !row.placement().environment().value().equals("staging"))
        .hasSize(3)
        .allSatisfy(row ->
            assertThat(row.difference()).as(row.toString()).isInstanceOf(Difference.Stopped.class));
  }

  @Test
  void another_selector_another_group_and_what_one_selects_cannot_be_supposed() {
    Given given = joined();
    EnvironmentDefinition like = Fixtures.declared("edge", false);
    for (Document document :
        List.of(
            declaring(group("edge", Map.of("tier", "far"), false, like)),
            declaring(group("core", Map.of("tier", "core"), false, like)),
            site("c"))) {
      assertThat(new Supposition(List.of(document)).refusal(given.world()))
          .hasValueSatisfying(
              because -> assertThat(because.code()).isEqualTo("group-not-supposable"));
    }
  }
}
