package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * Who the agent is from now on, and whom it believes.
 *
 * @param agent the actor id that it signs its requests with
 * @param root the root's Ed25519 key, which the agent pins: 32 raw bytes, standard Base64
 * @param certificates the keys that the root certified, each as the text of its certificate
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EnrolResponse(
    String agent,
    String organisation,
    String environment,
    String target,
    String root,
    List<String> certificates) {

  public EnrolResponse {
    certificates = Lists.orEmpty(certificates);
  }
}
