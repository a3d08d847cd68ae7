package dev.slipway.engine;

import dev.slipway.engine.command.Foresight;
import dev.slipway.engine.deliberation.Look;
import dev.slipway.model.command.Command;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Outlook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks ahead at a commit, with the repository answering at once. */
final class Ahead {

  static Outlook of(Given given, Outlook.Wish wish) {
    List<Fact> facts = List.of();
    while (true) {
      switch (Foresight.look(given.world(), Fixtures.ALICE, wish, facts, given.now())) {
        case Look.Seen<Outlook>(Outlook outlook) -> {
          return outlook;
        }
        case Look.Asking<Outlook>(List<Need> needs) ->
            facts =
                Stream.concat(
                        facts.stream(),
                        needs.stream()
                            .map(need -> new Fact(need, given.git.answer(need), given.now())))
                    .toList();
      }
    }
  }

  /** Where a deploy would go, with what it would be given. */
  static Outlook of(Given given, Command.Deploy deploy) {
    return of(
        given,
        new Outlook.Wish(
            deploy.application(),
            deploy.revision(),
            Optional.empty(),
            Optional.of(deploy.environment()),
            deploy.parameters()));
  }

  private Ahead() {}
}
