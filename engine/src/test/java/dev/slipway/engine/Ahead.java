package dev.slipway.engine;

import dev.slipway.engine.command.Foresight;
import dev.slipway.model.command.Command;
import dev.slipway.model.state.Outlook;
import java.util.Optional;

/** Looks ahead at a commit, with the repository answering at once. */
final class Ahead {

  static Outlook of(Given given, Outlook.Wish wish) {
    return Looked.at(
        given, facts -> Foresight.look(given.world(), Fixtures.ALICE, wish, facts, given.now()));
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
