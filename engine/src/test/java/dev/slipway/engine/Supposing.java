package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.whatif.Span;
import dev.slipway.engine.whatif.Supposition;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.entry.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Replays what was given, from an instant on, against documents. */
final class Supposing {

  static final TargetId STAGING = target("staging", "local");
  static final TargetId PRODUCTION = target("production", "local");
  static final Duration ROLLOUT = Duration.ofMinutes(2);

  private Supposing() {}

  /** The shop is there; the span begins an hour after that. */
  static Given shop() {
    return PushTest.shopAdded().later(Duration.ofHours(1));
  }

  /** A commit goes all the way, each rollout in its time. */
  static void ships(Given given, int commit) {
    Approving.push(given, commit);
    given.later(ROLLOUT).whenConverged(STAGING);
    given.later(ROLLOUT).whenConverged(PRODUCTION);
  }

  static Command deploy(String to, int commit) {
    return new Command.Deploy(
        Fixtures.SHOP,
        new EnvironmentName(to),
        Optional.of(sha(commit).value()),
        false,
        new TreeMap<>(),
        Optional.empty());
  }

  static Document document(EnvironmentDefinition environment) {
    return new Document.OfEnvironment(environment, digest(environment.toString()));
  }

  static Document document(ApplicationDefinition application) {
    return new Document.OfApplication(application, digest(application.toString()));
  }

  static WhatIf.Answer ask(Given given, Instant since, Document... documents) {
    World before = World.empty(Organisation.MAIN);
    List<Recorded> entries = new ArrayList<>();
    for (Recorded recorded : given.ledger()) {
      if (recorded.at().isBefore(since)) {
        before = before.with(recorded);
      } else {
        entries.add(recorded);
      }
    }
    WhatIf whatIf =
        new WhatIf(
            new Span(before, entries, since, given.now()), new Supposition(List.of(documents)));
    boolean more = true;
    while (more) {
      more = whatIf.goOn(10);
    }
    return whatIf.answer();
  }

  /** What is said of the shipment of a commit in an environment. */
  static WhatIf.Row row(WhatIf.Answer answer, String environment, int commit) {
    List<WhatIf.Row> found =
        answer.rows().stream()
            .filter(row -> row.placement().equals(Given.placement(environment)))
            .filter(row -> row.sha().filter(Fixtures.sha(commit)::equals).isPresent())
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("Not one row, but " + found);
    }
    return found.getFirst();
  }
}
