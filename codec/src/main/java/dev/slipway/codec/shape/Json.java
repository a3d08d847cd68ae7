package dev.slipway.codec.shape;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A JSON value as it was read, before it has a shape. Immutable; thread-safe. */
public sealed interface Json {

  record Text(String value) implements Json {}

  /** An integer of at most 53 bits. */
  record Whole(long value) implements Json {}

  /** Any other number. No shape takes one, so nobody asks which it is. */
  record OtherNumber() implements Json {}

  record Truth(boolean value) implements Json {}

  /** The literal {@code null}. */
  record Nothing() implements Json {}

  record Items(List<Json> values) implements Json {
    public Items {
      values = Collections.unmodifiableList(values);
    }
  }

  /** An object; the order of its keys says nothing. */
  record Members(Map<String, Json> values) implements Json {
    public Members {
      values = Collections.unmodifiableMap(values);
    }
  }
}
