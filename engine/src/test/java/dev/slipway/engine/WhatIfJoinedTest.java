package dev.slipway.engine;

import static dev.slipway.engine.Sites.STAGING;
import static dev.slipway.engine.Sites.applied;
import static dev.slipway.engine.Sites.at;
import static dev.slipway.engine.Sites.declaring;
import static dev.slipway.engine.Sites.edge;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  void groups_and_what_they_select_cannot_be_supposed() {
    Given given = joined();
    for (Document document : List.of(declaring(edge()), site("c"))) {
      assertThat(new Supposition(List.of(document)).refusal(given.world()))
          .hasValueSatisfying(
              because -> assertThat(because.code()).isEqualTo("group-not-supposable"));
    }
  }
}
