package dev.slipway.engine.command;

import dev.slipway.model.command.Document;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order in which documents that come together are taken in. Stateless. */
final class DocumentOrder {

  private DocumentOrder() {}

  /** Each after those that it may name. */
  static List<Document> of(List<Document> documents) {
    return documents.stream().sorted(Comparator.comparingInt(DocumentOrder::rank)).toList();
  }

  private static int rank(Document document) {
    return switch (document) {
      case Document.OfResource _ -> 0;
      case Document.OfEnvironment _ -> 1;
      case Document.OfEnvironmentGroup _ -> 2;
      case Document.OfTarget _, Document.OfLabelledTarget _ -> 3;
      case Document.OfApplication _ -> 4;
      case Document.OfOwner _ -> 5;
      case Document.OfOverlay _ -> 6;
      case Document.OfPolicy _ -> 7;
      case Document.OfNotification _ -> 8;
    };
  }

  /** Whether no two of them declare the same thing. */
  static boolean areDistinct(List<Document> documents) {
    Set<String> names = new HashSet<>();
    return documents.stream().allMatch(document -> names.add(name(document)));
  }

  private static String name(Document document) {
    return switch (document) {
      case Document.OfEnvironment d -> "environment " + d.definition().name();
      case Document.OfEnvironmentGroup d -> "environment group " + d.definition().name();
      case Document.OfLabelledTarget d -> "target " + d.definition().name();
      case Document.OfTarget d -> "target " + d.definition().id();
      case Document.OfResource d -> "resource " + d.definition().name();
      case Document.OfApplication d -> "application " + d.definition().name();
      case Document.OfOverlay d -> "overlay " + d.definition().name();
      case Document.OfPolicy d -> "policy " + d.definition().name();
      case Document.OfOwner d -> "owner " + d.definition().name();
      case Document.OfNotification d -> "notification " + d.definition().name();
    };
  }
}
