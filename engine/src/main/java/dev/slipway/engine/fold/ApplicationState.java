package dev.slipway.engine.fold;

import dev.slipway.model.RefName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import java.util.Optional;

/**
 * An application as it is defined now.
 *
 * @param branch the branch whose commits redefine it; absent when its definition was applied
 * @param path where in its repository the definition lies
 */
public record ApplicationState(
    ApplicationDefinition definition, Origin origin, Optional<RefName> branch, String path) {

  /** The path to ask a commit's definition at; absent when commits do not define it. */
  public Optional<String> documentPath() {
    return branch.map(any -> path);
  }

  public boolean tracks(RefName ref) {
    return branch.filter(ref::equals).isPresent();
  }
}
