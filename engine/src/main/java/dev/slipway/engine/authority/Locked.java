package dev.slipway.engine.authority;

import dev.slipway.engine.fold.Declared;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;

/**
 * What a lock keeps as it is. A group of environments is named as an environment is: who locks the
 * group locks each of its environments, and those that join it while the lock holds.
 */
public final class Locked {

  private Locked() {}

  /** Whether what is locked keeps a placement as it is. */
  public static boolean keeps(Declared declared, Scope locked, Placement at) {
    return Scopes.covers(locked, new Scope.OfPlacement(at))
        || declared
            .groupOf(at.environment())
            .map(group -> new Scope.OfPlacement(new Placement(at.application(), group)))
            .filter(all -> Scopes.covers(locked, all))
            .isPresent();
  }

  /** What is locked, as people call it. */
  public static String words(Declared declared, Scope scope) {
    return switch (scope) {
      case Scope.OfEnvironment of when declared.environmentGroup(of.environment()).isPresent() ->
          "the environment group " + of.environment();
      case Scope.OfPlacement of
          when declared.environmentGroup(of.placement().environment()).isPresent() ->
          "%s in the environment group %s"
              .formatted(of.placement().application(), of.placement().environment());
      case Scope.Everything _, Scope.OfApplication _, Scope.OfEnvironment _, Scope.OfPlacement _ ->
          Scopes.words(scope);
    };
  }
}
