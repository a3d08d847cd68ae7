package dev.slipway.simulator.laws;

import java.util.List;

/** Law 29: what the server believes is what the ledger folds to. */
final class SameFold implements Law {

  @Override
  public String name() {
    return "law-29";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    return ending.world().equals(ending.servers())
        ? List.of()
        : List.of(
            "the server is at %s, the ledger at %s, and they do not tell the same"
                .formatted(ending.servers().position(), ending.world().position()));
  }
}
