package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.Heads.HeadState;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import java.util.List;
import java.util.Optional;

/** Law 3: whatever order news came in, what is known in the end is where each branch is. */
final class NewestHead implements Law {

  private static final RefName MAIN = RefName.ofBranch("main");

  @Override
  public String name() {
    return "law-03";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    return ending.world().declared().repositories().stream()
        .flatMap(url -> {
          Optional<Sha> is = Optional.ofNullable(ending.heads().get(url));
          Optional<Sha> known =
              Optional.ofNullable(ending.world().heads().of(url).get(MAIN)).flatMap(HeadState::sha);
          return known.equals(is)
              ? Optional.<String>empty().stream()
              : Optional.of("%s is at %s, and is believed to be at %s".formatted(url, is, known))
                  .stream();
        })
        .toList();
  }
}
