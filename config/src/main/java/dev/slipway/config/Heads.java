package dev.slipway.config;

import dev.slipway.config.text.Document;
import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Problems;
import dev.slipway.model.command.Command;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that a file declares nothing twice. Stateless. */
final class Heads {

  private Heads() {}

  static void refuseTwice(
      List<Command.Document> compiled, List<Document> documents, Problems problems) {
    if (compiled.size() != documents.size()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < compiled.size(); i++) {
      String head = head(compiled.get(i));
      if (!seen.add(head)) {
        problems.add(
            documents.get(i).root().place(),
            "declared-twice",
            Excerpt.of(head) + " is declared a second time in this file. Keep one of them.");
      }
    }
  }

  private static String head(Command.Document document) {
    return switch (document) {
      case Command.Document.OfApplication of -> "application " + of.definition().name();
      case Command.Document.OfEnvironment of -> "environment " + of.definition().name();
      case Command.Document.OfTarget of -> "target " + of.definition().id();
      case Command.Document.OfResource of -> "resource " + of.definition().name();
      case Command.Document.OfOverlay of -> "overlay " + of.definition().name();
      case Command.Document.OfOwner of -> "owner " + of.definition().name();
    };
  }
}
