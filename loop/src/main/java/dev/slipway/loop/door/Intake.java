package dev.slipway.loop.door;

import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Where senders of webhooks and events are heard. Thread-safe. */
public interface Intake {

  /** What a message led to. */
  sealed interface Heard {
    /** It is durable. */
    record Remembered(Organisation organisation, Events.Receipt receipt) implements Heard {}

    /** There is no such address. */
    record NoSuchHook() implements Heard {}

    /** Not signed with the address's secret, or signed long ago; nothing is recorded. */
    record Unauthentic(Reason because) implements Heard {}

    /** Signed, and not to be understood; nothing is recorded. */
    record Malformed(Reason because) implements Heard {}
  }

  /** Whether anything sent to this address could be heard, so that a body is worth reading. */
  boolean hears(String kind, String hook);

  CompletionStage<Heard> hear(
      String kind, String hook, Map<String, List<String>> headers, Bytes body);
}
