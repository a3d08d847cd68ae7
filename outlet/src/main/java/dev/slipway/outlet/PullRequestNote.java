package dev.slipway.outlet;

/** Words what a pull request would come to, for a page where it is discussed. Pure; thread-safe. */
@FunctionalInterface
public interface PullRequestNote {

  /** Nobody says anything. */
  PullRequestNote NONE = _ -> "";

  /** The text of a comment; the same for the same. */
  String of(Foretold foretold);
}
