package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Nearest;
import dev.slipway.model.definition.ParameterDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Finds triggers that listen to images which no parameter follows. Stateless. */
final class ImageTriggers {

  private ImageTriggers() {}

  static void check(Node.Fields document, List<ParameterDefinition> parameters, Problems problems) {
    List<String> following =
        parameters.stream()
            .filter(one -> one.follows().isPresent())
            .map(ParameterDefinition::name)
            .toList();
    document.items("triggers").stream()
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .forEach(trigger ->
            trigger
                .text("on")
                .filter(on -> on.value().equals("image"))
                .ifPresent(on -> check(trigger, on, following, problems)));
  }

  private static void check(
      Node.Fields trigger, Node.Text on, List<String> following, Problems problems) {
    if (following.isEmpty()) {
      problems.add(
          on.place(),
          "nothing-followed",
          "No parameter follows an image, so nothing would ever happen. Add one under 'parameters':"
              + " {type: image, from: registry.example.org/team/shop:stable}.");
      return;
    }
    Stream.of("parameter", "parameters")
        .flatMap(key -> Texts.listOf(trigger, key).stream())
        .filter(name -> !following.contains(name.value()))
        .forEach(name ->
            problems.add(
                name.place(),
                "parameter-not-followed",
                "No parameter %s follows an image.".formatted(Excerpt.of(name.value())),
                Nearest.of(name.value(), following)));
  }
}
