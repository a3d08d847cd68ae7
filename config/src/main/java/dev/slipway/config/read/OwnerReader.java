package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.GroupName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.Right;
import java.util.List;
import java.util.Optional;

/** Reads who may write which documents. */
final class OwnerReader {

  private final Problems problems;

  OwnerReader(Problems problems) {
    this.problems = problems;
  }

  Optional<OwnerDefinition> read(Node.Fields document) {
    List<Right> may =
        document.items("may").stream()
            .filter(Node.Fields.class::isInstance)
            .map(Node.Fields.class::cast)
            .map(this::right)
            .toList();
    return document
        .text("owner")
        .flatMap(name ->
            document
                .text("group")
                .map(group ->
                    new OwnerDefinition(
                        new OwnerName(name.value()), new GroupName(group.value()), may)));
  }

  private Right right(Node.Fields right) {
    Right.Kind kind =
        switch (right.text("write").map(Node.Text::value).orElse("")) {
          case "application" -> Right.Kind.APPLICATION;
          case "policy" -> Right.Kind.POLICY;
          default -> Right.Kind.OVERLAY;
        };
    foreign(kind).forEach(key -> refuse(right, kind, key));
    return new Right(
        kind,
        ReachReader.patterns(right, "applications"),
        ReachReader.patterns(right, "environments"),
        ReachReader.patterns(right, "keys"));
  }

  /** The keys that mean nothing for documents of a kind. */
  private static List<String> foreign(Right.Kind kind) {
    return switch (kind) {
      case APPLICATION -> List.of("environments", "keys");
      case POLICY -> List.of("keys");
      case OVERLAY -> List.of();
    };
  }

  private void refuse(Node.Fields right, Right.Kind kind, String key) {
    right
        .field(key)
        .ifPresent(field ->
            problems.add(
                field.place(),
                "key-not-here",
                switch (kind) {
                  case APPLICATION ->
                      "'%s' is for overlays; an application's document is written whole. Remove it."
                          .formatted(key);
                  case POLICY, OVERLAY ->
                      "'%s' is for overlays; a policy sets no values. Remove it.".formatted(key);
                }));
  }
}
