package dev.slipway.loop.keeper;

import dev.slipway.engine.deliberation.Look;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers what somebody asks who looks at what would be, until all is seen. Thread-safe. */
final class Looks {

  private final Answers answers;

  Looks(Answers answers) {
    this.answers = answers;
  }

  <T> CompletionStage<T> seen(Function<List<Fact>, Look<T>> look) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    look(look, List.of(), seen);
    return seen;
  }

  /** Each need is asked once, so this comes to an end. */
  private <T> void look(
      Function<List<Fact>, Look<T>> look, List<Fact> facts, CompletableFuture<T> seen) {
    try {
      switch (look.apply(facts)) {
        case Look.Seen<T>(T what) -> seen.complete(what);
        case Look.Asking<T>(List<Need> needs) ->
            answers.answer(
                needs,
                told -> look(look, Stream.concat(facts.stream(), told.stream()).toList(), seen));
      }
    } catch (RuntimeException fault) {
      // Whoever waits is told, whichever thread it happened on.
      seen.completeExceptionally(fault);
    }
  }
}
