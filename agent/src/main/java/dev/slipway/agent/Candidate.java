package dev.slipway.agent;

import dev.slipway.agent.core.Acceptance;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.order.OrderBody;

/** An order that was judged worth taking, and is not in the journal yet. */
record Candidate(Fence fence, OrderBody order, Digest body, Bytes envelope) {

  Acceptance.Known known() {
    return new Acceptance.Known(fence, body);
  }
}
