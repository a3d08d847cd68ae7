package dev.slipway.registry;

import java.util.List;

/**
 * What a token has to allow, and no more.
 *
 * @param grants one for each repository, as the protocol writes them
 */
record Scope(List<String> grants) {

  Scope {
    grants = List.copyOf(grants);
  }

  static Scope reading(String repository) {
    return new Scope(List.of("repository:" + repository + ":pull"));
  }

  static Scope writing(String repository) {
    return new Scope(List.of("repository:" + repository + ":pull,push"));
  }

  /** What is taken over from another repository has to be readable there. */
  static Scope mounting(String repository, String from) {
    return new Scope(
        List.of("repository:" + repository + ":pull,push", "repository:" + from + ":pull"));
  }
}
