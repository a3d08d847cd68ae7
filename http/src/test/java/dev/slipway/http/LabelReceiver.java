package dev.slipway.http;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.event.Event;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import java.time.Instant;
import java.util.Optional;

/** A receiver whose signature is the secret itself; what it takes is its own body. */
record LabelReceiver(String kind) implements Receiver {

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    if (!received.header("x-signature").equals(Optional.of(secret.utf8()))) {
      return new Recognition.Refused(
          Recognition.Refused.Kind.UNAUTHENTIC, new Reason("bad-signature", "Not signed."));
    }
    if (received.body().size() == 0) {
      return new Recognition.Refused(
          Recognition.Refused.Kind.MALFORMED, new Reason("empty", "Nothing in it."));
    }
    return new Recognition.Recognised(
        new Event.Ignored("label", new Reason("not-used", "It is of no use.")),
        received.body().utf8());
  }
}
