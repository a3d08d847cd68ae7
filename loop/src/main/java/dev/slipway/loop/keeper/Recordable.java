package dev.slipway.loop.keeper;

import dev.slipway.config.DefinitionPaths;
import dev.slipway.config.RepositoryAddresses;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import java.util.Optional;

/**
 * Which commands may be written down. An entry is for ever, so an address that holds a password, or
 * that no source would ever be handed, is refused before it is in one. Stateless.
 */
final class Recordable {

  private Recordable() {}

  /** Why {@code command} is not written down; absent when it may be. */
  static Optional<Reason> refusal(Command command) {
    return command instanceof Command.AddApplication add
        ? RepositoryAddresses.refusal(add.repository().value())
            .or(() -> DefinitionPaths.refusal(add.path()))
        : Optional.empty();
  }
}
