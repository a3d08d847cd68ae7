package dev.slipway.outlet;

import dev.slipway.model.notification.Receiver;

/** Sends what is to be told. It may block for as long as a receiver is borne. Thread-safe. */
@FunctionalInterface
public interface Dispatch {

  Sent send(Receiver receiver, Telling telling);

  /** What became of a message. */
  sealed interface Sent {

    /** The receiver has it. */
    record Delivered() implements Sent {}

    /**
     * The receiver does not want this message; it may want the next one.
     *
     * @param because a sentence for people
     */
    record Declined(String because) implements Sent {}

    /**
     * The receiver cannot be told anything now, or it is not known whether it was.
     *
     * @param because a sentence for people, without anything secret
     */
    record Failed(String because) implements Sent {}
  }
}
