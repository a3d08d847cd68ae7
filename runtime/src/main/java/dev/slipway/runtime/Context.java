package dev.slipway.runtime;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What an adapter is given for one convergence.
 *
 * @param attempt whether this work may have begun before
 * @param archives the artifacts of the assignment, which are all here already
 * @param log takes lines for people; never a secret
 */
public record Context(
    Attempt attempt,
    Archives archives,
    Consumer<String> log,
    Cancellation cancellation,
    InstantSource clock) {

  /** What is known of an earlier beginning of the same work. */
  public enum Attempt {
    /** It never began: its intent was made durable just now. */
    FIRST,
    /**
     * An earlier life of the agent wrote its intent down. The machine has been up since, so what
     * that life left in files is there.
     */
    AGAIN,
    /** As {@link #AGAIN}, and the machine was started anew since: files may be missing. */
    AGAIN_AFTER_RESTART,
    /** It was as ordered, is so no longer, and is made right again. */
    HEALING
  }
}
