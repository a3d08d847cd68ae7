package dev.slipway.cli;

import dev.slipway.cli.follow.Pause;
import dev.slipway.cli.show.Concealed;
import dev.slipway.cli.show.Keyboard;
import dev.slipway.cli.show.Terminal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the process gives a verb to work with.
 *
 * @param keyboard absent where nobody sits, as in a build
 * @param concealed where values come from that nobody sees
 * @param variables the environment's
 * @param chance where idempotency keys come from; made only for who wishes something, for it takes
 *     a while
 */
public record Context(
    Terminal terminal,
    Optional<Keyboard> keyboard,
    Concealed concealed,
    Map<String, String> variables,
    InstantSource clock,
    Pause pause,
    Supplier<RandomGenerator> chance) {

  public Context {
    variables = Map.copyOf(variables);
  }
}
