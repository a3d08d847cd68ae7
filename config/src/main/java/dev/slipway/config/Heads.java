package dev.slipway.config;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Problems;
import dev.slipway.config.text.Sheet;
import dev.slipway.model.command.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that a file declares nothing twice. Stateless. */
final class Heads {

  private Heads() {}

  static void refuseTwice(List<Document> compiled, List<Sheet> documents, Problems problems) {
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

  private static String head(Document document) {
    return switch (document) {
      case Document.OfApplication of -> "application " + of.definition().name();
      case Document.OfEnvironment of -> "environment " + of.definition().name();
      case Document.OfEnvironmentGroup of -> "environment group " + of.definition().name();
      case Document.OfLabelledTarget of -> "target " + of.definition().name();
      case Document.OfTarget of -> "target " + of.definition().id();
      case Document.OfResource of -> "resource " + of.definition().name();
      case Document.OfOverlay of -> "overlay " + of.definition().name();
      case Document.OfPolicy of -> "policy " + of.definition().name();
      case Document.OfNotification of -> "notification " + of.definition().name();
      case Document.OfOwner of -> "owner " + of.definition().name();
    };
  }
}
