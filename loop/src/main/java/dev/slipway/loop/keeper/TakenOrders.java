package dev.slipway.loop.keeper;

import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;

/** Who knows what agents were heard to hold. Thread-safe; answers at once. */
@FunctionalInterface
public interface TakenOrders {

  Answer.Taken answer(Need.OrdersTaken need);
}
