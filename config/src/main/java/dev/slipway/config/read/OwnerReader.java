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

  private static final List<String> OF_OVERLAYS = List.of("environments", "keys");

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
    boolean application =
        right.text("write").stream().anyMatch(kind -> kind.value().equals("application"));
    if (application) {
      OF_OVERLAYS.forEach(key -> refuse(right, key));
    }
    return new Right(
        application ? Right.Kind.APPLICATION : Right.Kind.OVERLAY,
        ReachReader.patterns(right, "applications"),
        ReachReader.patterns(right, "environments"),
        ReachReader.patterns(right, "keys"));
  }

  private void refuse(Node.Fields right, String key) {
    right
        .field(key)
        .ifPresent(field ->
            problems.add(
                field.place(),
                "key-not-here",
                "'%s' is for overlays; an application's document is written whole. Remove it."
                    .formatted(key)));
  }
}
