package dev.slipway.agent;

import dev.slipway.agent.core.Held;
import dev.slipway.agent.port.Ports;
import dev.slipway.codec.Identities;
import dev.slipway.codec.Opened;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.Order;
import dev.slipway.wire.agent.SyncResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One agent, for one target. {@link #start} and {@link #stop} are called on the scheduler's thread,
 * or before anything else is; all the rest follows from what the ports call back. An agent that was
 * dropped and made anew over the same disk goes on where the other was.
 */
public final class Agent {

  private final Identity identity;
  private final Ports ports;
  private final Settings settings;
  private final Book book;
  private final Trust trust;
  private final Fetching fetching;
  private final Line line;
  private final Courier courier;
  private final Strays strays;
  private final SortedMap<ApplicationName, Keeper> keepers = new TreeMap<>();

  public Agent(Identity identity, Settings settings, Ports ports) {
    this.identity = identity;
    this.settings = settings;
    this.ports = ports;
    this.book = Book.open(ports.disk(), ports.scheduler());
    Set<Bytes> certificates = new HashSet<>(identity.certificates());
    certificates.addAll(book.certificates());
    this.trust = new Trust(identity.root(), certificates);
    this.fetching = new Fetching(identity.agent(), ports, settings);
    this.strays = new Strays(ports, settings, this::slots, this::tell);
    this.line =
        new Line(
            identity.agent(),
            ports,
            settings,
            this::holding,
            strays::found,
            this::acknowledged,
            this::take);
    this.courier = new Courier(identity.agent(), ports, settings, this::slots);
  }

  /** Resumes what the journal holds, and begins to ask for orders. */
  public void start() {
    for (Held held : book.all()) {
      switch (trust.open(held.envelope())) {
        case Opened.Genuine genuine -> keeper(held.slot()).resume(genuine.order().body());
        case Opened.Forged forged ->
            ports.log().accept(held.slot() + ": the order in the journal: " + forged.because());
      }
    }
    line.begin();
    courier.begin();
    strays.begin();
  }

  /** Asks for nothing more and takes no more orders. What runs goes on running. */
  public void stop() {
    line.stop();
    courier.stop();
    strays.stop();
    keepers.values().forEach(Keeper::stop);
    book.write();
  }

  private void tell() {
    line.tell();
  }

  private Keeper keeper(Slot slot) {
    return keepers.computeIfAbsent(
        slot.application(), _ -> new Keeper(slot, ports, settings, book, line::report));
  }

  private Collection<Slot> slots() {
    return book.all().stream().map(Held::slot).toList();
  }

  private Map<String, String> holding() {
    SortedMap<String, String> holding = new TreeMap<>();
    keepers.forEach((application, keeper) ->
        keeper.fence().ifPresent(fence -> holding.put(application.value(), fence.toString())));
    return holding;
  }

  private void acknowledged(Report report) {
    switch (report) {
      case Report.Ended ended -> keeper(ended.slot()).acknowledged(ended);
      case Report.Refused _, Report.Observed _ -> {}
    }
  }

  private boolean take(SyncResponse response) {
    learn(response.certificates().stream().map(Bytes::ofUtf8).toList());
    if (response.aboutKeys().orElse(false)) {
      ports.aboutKeys().run();
    }
    boolean news = false;
    for (String text : response.orders()) {
      Bytes envelope = Bytes.ofUtf8(text);
      switch (trust.open(envelope)) {
        case Opened.Genuine genuine -> news |= take(genuine.order(), envelope);
        case Opened.Forged forged -> ports.log().accept("Refused an order: " + forged.because());
      }
    }
    return news;
  }

  private boolean take(Order order, Bytes envelope) {
    Slot slot = order.body().slot();
    boolean ours =
        slot.target().equals(identity.target())
            && order.body().organisation().equals(identity.organisation());
    if (!ours) {
      ports.log().accept("Refused an order that is for " + slot + ", not for this agent.");
      return false;
    }
    Candidate candidate =
        new Candidate(order.fence(), order.body(), Identities.orderBody(order.body()), envelope);
    return keeper(slot).offer(candidate, fetching);
  }

  private void learn(Collection<Bytes> certificates) {
    trust.learn(certificates).forEach(book::keep);
  }
}
