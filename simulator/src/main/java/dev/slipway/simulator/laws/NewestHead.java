package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.Heads.HeadState;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import java.util.List;
import java.util.Optional;

/** Law 3: whatever order news came in, what is known in the end is where the branch is. */
final class NewestHead implements Law {

  private static final RefName MAIN = RefName.ofBranch("main");

  @Override
  public String name() {
    return "law-03";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    Optional<Sha> known =
        ending.world().repositories().stream()
            .findFirst()
            .flatMap(url -> ending.world().heads().of(url, MAIN))
            .flatMap(HeadState::sha);
    return known.equals(ending.head())
        ? List.of()
        : List.of("main is at " + ending.head() + ", and is believed to be at " + known);
  }
}
