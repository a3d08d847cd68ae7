package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.model.guardrail.Juncture;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where guardrails are judged. Stateless. */
final class Junctures {

  /** The key that says so. */
  static final String KEY = "at";

  private Junctures() {}

  /** What stands under {@code at}; absent when it is what it is anyway, or no such word. */
  static Optional<Juncture> of(Node.Fields fields) {
    return fields
        .text(KEY)
        .flatMap(text ->
            Stream.of(Juncture.values())
                .filter(juncture -> word(juncture).equals(text.value()))
                .findFirst())
        .filter(juncture -> juncture != Juncture.AFTER_APPROVAL);
  }

  private static String word(Juncture juncture) {
    return juncture.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
