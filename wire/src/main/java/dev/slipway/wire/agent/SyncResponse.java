package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Orders that the agent did not hold.
 *
 * @param orders DSSE envelopes as text, one per slot
 * @param certificates the keys that the root certified, each as the text of its certificate
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SyncResponse(List<String> orders, List<String> certificates) {

  public SyncResponse {
    orders = Lists.orEmpty(orders);
    certificates = Lists.orEmpty(certificates);
  }
}
