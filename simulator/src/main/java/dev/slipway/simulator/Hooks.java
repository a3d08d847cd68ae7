package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.loop.door.Events.Receipt;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.SourceName;
import dev.slipway.model.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The way of events from their senders to the server; who hears nothing does not try again. */
public final class Hooks {

  private static final SourceName HOOK = new SourceName("hook");

  private final Network network;
  private final List<Digest> acknowledged = new ArrayList<>();

  Hooks(Network network) {
    this.network = network;
  }

  /** The bodies of events whose senders were told that they are safe. */
  List<Digest> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** What was acknowledged after a copy was made is lost with what the copy takes the place of. */
  void forget() {
    acknowledged.clear();
  }

  public void send(String key, Bytes body, Event event) {
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    network.send(
        answer,
        alive ->
            network.answer(
                answer,
                alive
                    .events()
                    .receive(Organisation.MAIN, HOOK, key, body, event)
                    .thenApply(receipt -> {
                      acknowledged.add(Digests.sha256(body.toArray()));
                      return receipt;
                    })));
  }
}
