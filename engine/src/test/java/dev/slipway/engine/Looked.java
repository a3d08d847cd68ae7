package dev.slipway.engine;

import dev.slipway.engine.deliberation.Look;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is seen where nothing is decided, with the repository answering at once. */
final class Looked {

  private Looked() {}

  static <T> T at(Given given, Function<List<Fact>, Look<T>> look) {
    List<Fact> facts = List.of();
    while (true) {
      switch (look.apply(facts)) {
        case Look.Seen<T>(T seen) -> {
          return seen;
        }
        case Look.Asking<T>(List<Need> needs) ->
            facts =
                Stream.concat(
                        facts.stream(),
                        needs.stream()
                            .map(need -> new Fact(need, given.git.answer(need), given.now())))
                    .toList();
      }
    }
  }
}
