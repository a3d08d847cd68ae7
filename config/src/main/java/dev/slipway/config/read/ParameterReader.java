package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.Nearest;
import dev.slipway.model.SecretName;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what deliveries are given, and finds words that have a parameter nobody declares. */
final class ParameterReader {

  private static final Pattern USE = Pattern.compile("\\{params\\[([A-Za-z0-9_.-]{1,100})]}");

  private final Problems problems;
  private final FollowedImage followed;

  ParameterReader(Problems problems) {
    this.problems = problems;
    followed = new FollowedImage(problems);
  }

  /** By name, in the order of the file; absent when the document declares none. */
  Optional<List<ParameterDefinition>> read(Node.Fields document) {
    Optional<List<ParameterDefinition>> declared =
        document
            .get("parameters")
            .map(_ ->
                document.fields("parameters").stream()
                    .flatMap(field -> parameter(field).stream())
                    .toList());
    declared.ifPresent(all -> uses(document, all));
    SecretUses.check(document, declared.orElseGet(List::of), problems);
    return declared;
  }

  private Optional<ParameterDefinition> parameter(Node.Field field) {
    if (!(field.value() instanceof Node.Fields keys)) {
      return Optional.empty();
    }
    return keys.text("type")
        .flatMap(word -> type(word.value(), keys))
        .map(type -> {
          Optional<Node.Text> fallback = keys.text("default");
          fallback.ifPresent(text -> demand(type, text));
          return new ParameterDefinition(field.name(), type, fallback.map(Node.Text::value));
        });
  }

  private Optional<ParameterType> type(String word, Node.Fields keys) {
    if (!word.equals("string") && !word.equals("secret")) {
      keys.field("one_of").ifPresent(key -> notHere(key.place(), "one_of", "string or secret"));
    }
    if (!word.equals("integer")) {
      keys.field("min").ifPresent(key -> notHere(key.place(), "min", "integer"));
      keys.field("max").ifPresent(key -> notHere(key.place(), "max", "integer"));
    }
    if (!word.equals("image")) {
      for (String name : List.of("from", "newest", "like", "base")) {
        keys.field(name).ifPresent(key -> notHere(key.place(), name, "image"));
      }
    }
    return switch (word) {
      case "string" ->
          Optional.of(
              new ParameterType.Text(
                  Texts.listOf(keys, "one_of").stream().map(Node.Text::value).toList()));
      case "integer" -> Optional.of(whole(keys));
      case "boolean" -> Optional.of(new ParameterType.Flag());
      case "image" -> Optional.of(new ParameterType.Image(followed.read(keys)));
      case "commit" -> Optional.of(new ParameterType.Commit());
      case "secret" -> Optional.of(new ParameterType.Secret(names(keys)));
      default -> Optional.empty();
    };
  }

  private List<SecretName> names(Node.Fields keys) {
    List<SecretName> names = new ArrayList<>();
    for (Node.Text text : Texts.listOf(keys, "one_of")) {
      SecretChoice.of(text.value())
          .filter(choice -> choice.version().isEmpty())
          .ifPresentOrElse(
              choice -> names.add(choice.name()),
              () ->
                  problems.add(
                      text.place(),
                      "invalid-choice",
                      "Each of 'one_of' has to be the name of a secret, without a version."));
    }
    return names;
  }

  private ParameterType whole(Node.Fields keys) {
    Optional<Integer> least = keys.text("min").map(Node.Text::value).map(Integer::valueOf);
    Optional<Integer> most = keys.text("max").map(Node.Text::value).map(Integer::valueOf);
    if (least.isPresent() && most.filter(bound -> bound < least.orElseThrow()).isPresent()) {
      problems.add(
          keys.text("max").orElseThrow().place(),
          "min-above-max",
          "'max' is less than 'min', so nothing could be given.");
    }
    return new ParameterType.Whole(least, most);
  }

  private void notHere(Place place, String key, String type) {
    problems.add(
        place, "key-not-here", "'%s' is known to parameters of type %s only.".formatted(key, type));
  }

  private void demand(ParameterType type, Node.Text fallback) {
    type.demand(fallback.value())
        .ifPresent(demand ->
            problems.add(fallback.place(), "invalid-default", "The default " + demand + "."));
  }

  private void uses(Node node, List<ParameterDefinition> declared) {
    switch (node) {
      case Node.Fields(var fields, var _) -> fields.forEach(field -> uses(field.value(), declared));
      case Node.Items(var items, var _) -> items.forEach(item -> uses(item, declared));
      case Node.Text text -> uses(text, declared);
      case Node.Refused _ -> {}
    }
  }

  private void uses(Node.Text text, List<ParameterDefinition> declared) {
    Matcher use = USE.matcher(text.value());
    while (use.find()) {
      String name = use.group(1);
      Optional<ParameterDefinition> used =
          declared.stream().filter(one -> one.name().equals(name)).findFirst();
      if (used.isEmpty()) {
        problems.add(
            text.placeOf(use.start(1)),
            "unknown-parameter",
            "There is no parameter %s under 'parameters'.".formatted(Excerpt.of(name)),
            Nearest.of(name, declared.stream().map(ParameterDefinition::name).toList()));
      } else if (used.orElseThrow().type() instanceof ParameterType.Secret) {
        problems.add(
            text.placeOf(use.start(1)),
            "secret-in-words",
            "%s is a secret, and words are seen by everybody on a machine. Name it under 'secrets': {param: %s}."
                .formatted(Excerpt.of(name), name));
      }
    }
  }
}
