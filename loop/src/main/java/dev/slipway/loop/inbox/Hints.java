package dev.slipway.loop.inbox;

import dev.slipway.loop.Ports;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.SourceName;
import dev.slipway.model.event.Event;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Puts what was seen by looking into the inbox, where it is read back like any webhook's news. Used
 * in the loop's turn.
 */
record Hints(Inbox inbox, InstantSource clock, RandomGenerator random, Journal journal) {

  private static final SourceName SOURCE = new SourceName("poller");

  static Hints into(Inbox inbox, Ports ports) {
    return new Hints(inbox, ports.clock(), ports.random(), ports.journal());
  }

  /**
   * Puts one there; no two are the same.
   *
   * @param about begins its key
   */
  void send(Organisation organisation, String about, Bytes body, Event event) {
    String key = about + " " + clock.instant() + " " + random.nextLong();
    inbox
        .receive(organisation, SOURCE, key, body, event)
        .whenComplete((receipt, failure) -> {
          if (failure != null) {
            journal.alarm("What the poller found could not be written", failure);
          }
        });
  }
}
