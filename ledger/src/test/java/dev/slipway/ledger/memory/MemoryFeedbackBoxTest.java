package dev.slipway.ledger.memory;

import dev.slipway.ledger.FeedbackBox;
import dev.slipway.ledger.contract.FeedbackContract;

class MemoryFeedbackBoxTest extends FeedbackContract {

  private final FeedbackBox box = new MemoryDirectory().feedback();

  @Override
  protected FeedbackBox box() {
    return box;
  }
}
