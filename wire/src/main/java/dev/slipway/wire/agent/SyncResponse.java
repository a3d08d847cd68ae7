package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * Orders that the agent did not hold.
 *
 * @param orders DSSE envelopes as text, one per slot
 * @param certificates the keys that the root certified, each as the text of its certificate
 * @param aboutKeys whether to ask about the key of the environment; absent means no
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SyncResponse(
    List<String> orders, List<String> certificates, Optional<Boolean> aboutKeys) {

  public SyncResponse {
    orders = Lists.orEmpty(orders);
    certificates = Lists.orEmpty(certificates);
  }
}
