package dev.slipway.engine.guardrail;

import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.queue.Train;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people can do where a train stands still: say that it goes on, take back what failed, or
 * deploy something in its place.
 */
public final class Replacements {

  private Replacements() {}

  /** The ways to let what waits behind a failure go on. */
  public static List<Way> ways(Deliberation d, Breakdown down) {
    Placement at = down.delivery().placement();
    String confirmed = Confirmation.option(d, at.environment());
    Optional<String> back =
        canGoBack(d.placement(at), down)
            ? Optional.of("slipway rollback %s%s".formatted(at, confirmed))
            : Optional.empty();
    String deploy =
        "slipway deploy %s --to %s%s".formatted(at.application(), at.environment(), confirmed);
    return Stream.of(Stream.of(Train.word(down)), back.stream(), Stream.of(deploy))
        .flatMap(lines -> lines)
        .map(line -> new Way(Role.DEPLOYER, "Whoever may deploy to %s".formatted(at), line))
        .toList();
  }

  /** Where a failure has gone back by itself, a rollback would go behind what is in force. */
  private static boolean canGoBack(PlacementState at, Breakdown down) {
    int floor = at.jobs().floor().map(Jobs.Floor::lowest).orElse(0);
    return at.inForce()
        .map(held -> held.delivery().id().number())
        .filter(held -> held < down.delivery().number() && held >= floor)
        .isPresent();
  }
}
