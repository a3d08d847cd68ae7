package dev.slipway.agent;

import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.model.TargetId;
import java.util.List;

/**
 * Who an agent is, fixed at enrolment.
 *
 * @param root the root whose certificates it believes, pinned for ever
 * @param certificates those that came with the enrolment
 */
public record Identity(
    ActorId agent,
    Organisation organisation,
    TargetId target,
    PublicKey root,
    List<Bytes> certificates) {

  public Identity {
    certificates = List.copyOf(certificates);
  }
}
