package dev.slipway.engine.authority;

import dev.slipway.model.Scope;

/**
 * How far scopes reach. Everything covers all; an application or an environment covers itself and
 * its placements; a placement covers itself.
 */
public final class Scopes {

  private Scopes() {}

  /** Whether what is granted or set for one scope holds for another. */
  public static boolean covers(Scope granted, Scope needed) {
    return switch (granted) {
      case Scope.Everything _ -> true;
      case Scope.OfApplication of ->
          switch (needed) {
            case Scope.Everything _, Scope.OfEnvironment _ -> false;
            case Scope.OfApplication other -> other.equals(of);
            case Scope.OfPlacement other ->
                other.placement().application().equals(of.application());
          };
      case Scope.OfEnvironment of ->
          switch (needed) {
            case Scope.Everything _, Scope.OfApplication _ -> false;
            case Scope.OfEnvironment other -> other.equals(of);
            case Scope.OfPlacement other ->
                other.placement().environment().equals(of.environment());
          };
      case Scope.OfPlacement of -> needed.equals(of);
    };
  }

  /** A scope, as people call it. */
  public static String words(Scope scope) {
    return switch (scope) {
      case Scope.Everything _ -> "the whole organisation";
      case Scope.OfApplication of -> of.application().value();
      case Scope.OfEnvironment of -> of.environment().value();
      case Scope.OfPlacement of -> of.placement().toString();
    };
  }
}
