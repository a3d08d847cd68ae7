package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Transport;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.simulator.Kernel;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStandings;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * For some time after an agent has started, it is brought orders of any age in place of its own.
 */
final class OldestFirst implements Transport {

  private static final Duration WHILE = Duration.ofSeconds(40);

  private final Transport real;
  private final Kernel kernel;
  private final Instant until;
  private final List<String> known;

  /**
   * The transport of one life of an agent.
   *
   * @param known every order that was ever brought to any agent
   */
  OldestFirst(Transport real, Kernel kernel, List<String> known) {
    this.real = real;
    this.kernel = kernel;
    this.known = known;
    until = kernel.instant().plus(WHILE);
  }

  @Override
  public CompletionStage<EnrolResponse> enrol(EnrolRequest request) {
    return real.enrol(request);
  }

  @Override
  public CompletionStage<SyncResponse> sync(ActorId agent, SyncRequest request) {
    return real.sync(agent, request).thenApply(this::brought);
  }

  private SyncResponse brought(SyncResponse response) {
    known.addAll(response.orders());
    return known.isEmpty() || !kernel.instant().isBefore(until)
        ? response
        : new SyncResponse(
            List.of(known.get(kernel.random().nextInt(known.size()))),
            response.certificates(),
            response.aboutKeys());
  }

  @Override
  public CompletionStage<Boolean> blob(ActorId agent, Digest digest, Sink sink) {
    return real.blob(agent, digest, sink);
  }

  @Override
  public CompletionStage<LogStandings> logs(ActorId agent, LogParcel parcel) {
    return real.logs(agent, parcel);
  }
}
