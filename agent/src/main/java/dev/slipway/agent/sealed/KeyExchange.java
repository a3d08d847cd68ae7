package dev.slipway.agent.sealed;

import dev.slipway.wire.agent.SecretsRequest;
import dev.slipway.wire.agent.SecretsResponse;
import java.util.concurrent.CompletionStage;

/** The way to the server for keys and what is sealed; completes exceptionally without an answer. */
@FunctionalInterface
public interface KeyExchange {

  CompletionStage<SecretsResponse> ask(SecretsRequest request);
}
