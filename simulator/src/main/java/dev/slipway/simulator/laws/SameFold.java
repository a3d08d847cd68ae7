package dev.slipway.simulator.laws;

import java.util.List;

/** Law 29: what every process of the server believes is what the ledger folds to. */
final class SameFold implements Law {

  @Override
  public String name() {
    return "law-29";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    return ending.servers().stream()
        .filter(server -> !ending.world().equals(server))
        .map(server ->
            "a server is at %s, the ledger at %s, and they do not tell the same"
                .formatted(server.position(), ending.world().position()))
        .toList();
  }
}
