package dev.slipway.source;

import dev.slipway.model.Bytes;
import java.time.Instant;

/**
 * Recognises what was sent to a receiver's address. Pure: bytes, headers, secret and time in,
 * {@link Recognition} out. Never throws, whatever the bytes are.
 */
public interface Receiver {

  /** The kind of address that this receiver serves, such as {@code github}; part of the URL. */
  String kind();

  Recognition recognise(Received received, Bytes secret, Instant now);
}
