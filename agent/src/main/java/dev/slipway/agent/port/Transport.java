package dev.slipway.agent.port;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStandings;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/**
 * The way to the server. Stages complete on any thread, and exceptionally when there was no answer
 * or a refusal; then it is not known whether the server heard.
 */
public interface Transport {

  CompletionStage<EnrolResponse> enrol(EnrolRequest request);

  CompletionStage<SyncResponse> sync(ActorId agent, SyncRequest request);

  /** Gives a blob's bytes to {@code sink}; completes with whether the server has it. */
  CompletionStage<Boolean> blob(ActorId agent, Digest digest, Sink sink);

  /** Brings parts of logs, and tells how far the server is with each. */
  CompletionStage<LogStandings> logs(ActorId agent, LogParcel parcel);

  /** Takes the bytes of a blob, and says when they are not what they should be. */
  @FunctionalInterface
  interface Sink {
    void keep(InputStream content) throws IOException;
  }
}
