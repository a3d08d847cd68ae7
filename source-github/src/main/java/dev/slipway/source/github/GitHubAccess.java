package dev.slipway.source.github;

import dev.slipway.source.Reading;
import java.util.function.Supplier;

/** By what a GitHub lets somebody in. What is secret of it is read each time it is needed. */
public sealed interface GitHubAccess {

  /** A token that was made by hand, the same for every repository. */
  record Token(Supplier<Reading<String>> token) implements GitHubAccess {}

  /**
   * A GitHub App, which is given a token for each repository where it is installed.
   *
   * @param app its number or its client id
   * @param key says its private key, as PEM
   */
  record App(String app, Supplier<Reading<String>> key) implements GitHubAccess {}
}
