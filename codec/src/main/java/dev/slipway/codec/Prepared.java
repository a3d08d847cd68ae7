package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A draft that is encoded as far as it can be before its place is known, so that the one thread
 * that knows the place has little left to do. Immutable; thread-safe.
 */
public final class Prepared {

  private final Draft draft;

  /** The canonical text up to the value of {@code at}. */
  private final String head;

  /** From there to the value of {@code position}. */
  private final String middle;

  /** After the value of {@code previous}. */
  private final String tail;

  Prepared(Draft draft, String type, int version, String payload) {
    this.draft = draft;
    // Canonical order is the order of names: actor, at, cause, payload, position, previous, stream,
    // type, version.
    head = new CanonicalText().raw("{\"actor\":").text(draft.actor().value()) + ",\"at\":";
    middle =
        draft.cause().map(cause -> ",\"cause\":" + cause).orElse("")
            + ",\"payload\":"
            + payload
            + ",\"position\":";
    tail =
        new CanonicalText()
            .raw("\",\"stream\":")
            .text(draft.stream().toString())
            .raw(",\"type\":")
            .text(type)
            .raw(",\"version\":")
            .integer(version)
            .raw("}")
            .toString();
  }

  public Draft draft() {
    return draft;
  }

  /** The entry's exact bytes at its place. */
  public byte[] bytes(Position position, Instant at, Digest previous) {
    return (head
            + at.toEpochMilli()
            + middle
            + position.value()
            + ",\"previous\":\""
            + previous.value()
            + tail)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The entry at its place. */
  public Recorded recorded(Position position, Instant at) {
    return new Recorded(position, at, draft.stream(), draft.actor(), draft.cause(), draft.entry());
  }
}
