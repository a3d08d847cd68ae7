package dev.slipway.config.foreign;

/** What became of something that another system's file says. */
public sealed interface Outcome {

  /**
   * It is said in a document of ours.
   *
   * @param here the key there, such as {@code services.deploy.command}
   */
  record Taken(String here) implements Outcome {}

  /** Nothing has to be said in its place. */
  record NotNeeded(String because) implements Outcome {}

  /** It is not understood, or there is nothing like it; the sentence says what to do instead. */
  record Left(String because) implements Outcome {}
}
