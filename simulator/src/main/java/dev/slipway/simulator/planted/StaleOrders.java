package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Transport;
import dev.slipway.codec.KeyIds;
import dev.slipway.codec.Opened;
import dev.slipway.codec.OrderCodec;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import dev.slipway.model.order.Order;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStandings;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An order that comes late is given a fence as if it were new. */
final class StaleOrders implements Transport {

  private final Transport real;
  private final SigningKey key;
  private final Map<Slot, Fence> highest = new HashMap<>();

  StaleOrders(Transport real, SigningKey key) {
    this.real = real;
    this.key = key;
  }

  @Override
  public CompletionStage<EnrolResponse> enrol(EnrolRequest request) {
    return real.enrol(request);
  }

  @Override
  public CompletionStage<SyncResponse> sync(ActorId agent, SyncRequest request) {
    return real.sync(agent, request)
        .thenApply(response ->
            new SyncResponse(
                response.orders().stream().map(this::renewed).toList(),
                response.certificates(),
                response.aboutKeys()));
  }

  @Override
  public CompletionStage<Boolean> blob(ActorId agent, Digest digest, Sink sink) {
    return real.blob(agent, digest, sink);
  }

  @Override
  public CompletionStage<LogStandings> logs(ActorId agent, LogParcel parcel) {
    return real.logs(agent, parcel);
  }

  private String renewed(String envelope) {
    Opened opened =
        OrderCodec.open(
            Bytes.ofUtf8(envelope),
            id -> Optional.of(key.publicKey()).filter(known -> KeyIds.of(known).equals(id)));
    return switch (opened) {
      case Opened.Genuine genuine -> renewed(envelope, genuine.order());
      case Opened.Forged _ -> envelope;
    };
  }

  private String renewed(String envelope, Order order) {
    Slot slot = order.body().slot();
    Fence known = highest.getOrDefault(slot, order.fence());
    if (order.fence().compareTo(known) >= 0) {
      highest.put(slot, order.fence());
      return envelope;
    }
    Fence forged = new Fence(known.generation(), known.position().next());
    highest.put(slot, forged);
    return OrderCodec.sign(new Order(forged, order.body()), key).utf8();
  }
}
