package dev.slipway.simulator;

import dev.slipway.agent.port.Transport;
import dev.slipway.codec.ReportCodec;
import dev.slipway.loop.door.Agents;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStandings;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What lies between agents and server: messages take their time, overtake each other, get lost on
 * either way, arrive twice, or come again long after. A message to a server that is down fails.
 */
public final class Network {

  private static final Duration QUICK = Duration.ofMillis(40);
  private static final Duration SLOW = Duration.ofSeconds(40);
  private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(60);

  private final Kernel kernel;
  private Server server;
  private final Map<ActorId, List<String>> carried = new HashMap<>();
  private final Set<ActorId> apart = new HashSet<>();
  private Set<Fault> faults;

  Network(Kernel kernel, Server server, Set<Fault> faults) {
    this.kernel = kernel;
    this.server = server;
    this.faults = faults;
  }

  /** From now on what is sent goes to another server. */
  void connect(Server other) {
    server = other;
  }

  /** Whether an agent and the server can reach each other. */
  public void cut(ActorId agent, boolean isCut) {
    if (isCut) {
      apart.add(agent);
    } else {
      apart.remove(agent);
    }
  }

  /** From now on nothing is lost, late or doubled. */
  void calm() {
    faults = Set.of();
  }

  Transport of(ActorId agent) {
    return new Transport() {
      @Override
      public CompletionStage<EnrolResponse> enrol(EnrolRequest request) {
        throw new UnsupportedOperationException("Agents are enrolled before a run begins.");
      }

      @Override
      public CompletionStage<SyncResponse> sync(ActorId self, SyncRequest request) {
        CompletableFuture<SyncResponse> answer = new CompletableFuture<>();
        send(agent, answer, alive -> arrive(alive, agent, request, answer));
        return answer;
      }

      @Override
      public CompletionStage<LogStandings> logs(ActorId self, LogParcel parcel) {
        CompletableFuture<LogStandings> answer = new CompletableFuture<>();
        send(agent, answer, alive -> bring(alive, agent, parcel, answer));
        return answer;
      }

      @Override
      public CompletionStage<Boolean> blob(ActorId self, Digest digest, Sink sink) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        send(agent, answer, alive -> fetch(alive, agent, digest, sink, answer));
        return answer;
      }
    };
  }

  /** From an agent, which may be cut off when it asks, or when the answer comes. */
  private <T> void send(
      ActorId agent, CompletableFuture<T> answer, Consumer<Replica.Alive> arrival) {
    send(
        answer,
        alive -> {
          if (!apart.contains(agent)) {
            arrival.accept(alive);
          }
        });
  }

  /** Brings something to the server once, twice or never. */
  void send(CompletableFuture<?> answer, Consumer<Replica.Alive> arrival) {
    kernel.after(Life.OUTSIDE, GIVEN_UP_AFTER, () -> fail(answer, "no answer in time"));
    int copies = happens(Fault.LOST, 5) ? 0 : happens(Fault.DOUBLED, 5) ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      kernel.after(
          Life.OUTSIDE,
          latency(),
          () ->
              reached(answer)
                  .ifPresentOrElse(
                      alive ->
                          kernel.after(alive.life(), Duration.ZERO, () -> arrival.accept(alive)),
                      () -> fail(answer, "connection refused")));
    }
  }

  /** Whoever happens to be there; its end breaks the connection. */
  private Optional<Replica.Alive> reached(CompletableFuture<?> answer) {
    Replica replica = server.anyReplica();
    Optional<Replica.Alive> alive = replica.present();
    alive.ifPresent(_ -> replica.connected(answer));
    return alive;
  }

  /** Brings the answer back, or loses it; or what became of it instead. */
  <T> void answer(CompletableFuture<T> answer, CompletionStage<T> value) {
    CompletionStage<T> _ =
        value.whenComplete((it, failure) -> {
          if (failure == null) {
            answer(answer, it);
          } else {
            fail(answer, "refused");
          }
        });
  }

  /** Brings the answer back, or loses it. */
  <T> void answer(CompletableFuture<T> answer, T value) {
    if (!happens(Fault.LOST, 5)) {
      kernel.after(Life.OUTSIDE, latency(), () -> answer.complete(value));
    }
  }

  private void arrive(
      Replica.Alive alive,
      ActorId agent,
      SyncRequest request,
      CompletableFuture<SyncResponse> answer) {
    Agents agents = alive.loop().agents();
    agents
        .enrolled(agent)
        .ifPresentOrElse(
            enrolled -> {
              CompletionStage<Agents.Answered> answered = agents.sync(enrolled, asked(request));
              answer(answer, answered.thenApply(it -> response(agent, it)));
            },
            () -> fail(answer, "not enrolled"));
  }

  private void bring(
      Replica.Alive alive,
      ActorId agent,
      LogParcel parcel,
      CompletableFuture<LogStandings> answer) {
    try {
      answer(
          answer,
          LogParcels.taken(
              alive.loop().logs(), alive.loop().agents().enrolled(agent).orElseThrow(), parcel));
    } catch (IOException e) {
      fail(answer, e.toString());
    }
  }

  private void fetch(
      Replica.Alive alive,
      ActorId agent,
      Digest digest,
      Transport.Sink sink,
      CompletableFuture<Boolean> answer) {
    alive
        .loop()
        .agents()
        .enrolled(agent)
        .map(enrolled -> alive.loop().material().open(enrolled, digest))
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()))
        .exceptionally(unreadable -> Optional.empty())
        .thenAccept(content -> keep(content, sink, answer));
  }

  private void keep(
      Optional<InputStream> found, Transport.Sink sink, CompletableFuture<Boolean> answer) {
    try (InputStream content = found.orElseGet(InputStream::nullInputStream)) {
      byte[] bytes = content.readAllBytes();
      if (bytes.length == 0) {
        answer(answer, false);
        return;
      }
      sink.keep(new ByteArrayInputStream(bytes));
      answer(answer, true);
    } catch (IOException e) {
      fail(answer, e.toString());
    }
  }

  private static Agents.Asked asked(SyncRequest request) {
    Map<ApplicationName, Fence> holding = new HashMap<>();
    request
        .holding()
        .forEach((application, fence) ->
            holding.put(new ApplicationName(application), Fence.parse(fence)));
    return new Agents.Asked(
        "",
        request.boot(),
        request.sequence(),
        request.reports().stream().map(ReportCodec::decode).toList(),
        holding,
        List.of(),
        request.holdMillis());
  }

  /** Brings the orders, and now and then an earlier one again, as something between might. */
  private SyncResponse response(ActorId agent, Agents.Answered answered) {
    List<String> before = carried.computeIfAbsent(agent, any -> new ArrayList<>());
    List<String> orders = new ArrayList<>();
    answered.orders().forEach(order -> orders.add(order.utf8()));
    before.addAll(orders);
    if (!before.isEmpty() && happens(Fault.REPLAYED, 10)) {
      orders.add(before.get(kernel.random().nextInt(before.size())));
    }
    return new SyncResponse(orders, List.of(), Optional.empty());
  }

  private void fail(CompletableFuture<?> answer, String why) {
    if (!answer.isDone()) {
      kernel.within(Life.OUTSIDE, QUICK, () -> answer.completeExceptionally(new IOException(why)));
    }
  }

  private Duration latency() {
    return kernel.upTo(happens(Fault.LATE, 10) ? SLOW : QUICK);
  }

  private boolean happens(Fault fault, int percent) {
    return faults.contains(fault) && kernel.chance(percent);
  }
}
