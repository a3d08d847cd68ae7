package dev.slipway.aggregation;

import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.layer.SettingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** Finds what of all that is said of a service cannot be followed. */
final class Conflicts {

  private Conflicts() {}

  /**
   * In the order of the values' names.
   *
   * @param words all that is said, the weakest word of each name first
   */
  static List<Conflict> of(
      ServiceDefinition service, SortedMap<SettingName, List<Word>> words, List<Binding> bindings) {
    List<Conflict> conflicts = new ArrayList<>();
    words.forEach((name, said) -> {
      Word counts = said.getLast();
      other(said, word -> word.voice() instanceof Voice.Requirement)
          .map(other -> new Conflict.Requirements(service.name(), name, other, counts))
          .ifPresent(conflicts::add);
      other(said, word -> word.voice() instanceof Voice.Default)
          .map(other -> new Conflict.Defaults(service.name(), name, other, counts))
          .ifPresent(conflicts::add);
      Optional.of(name)
          .filter(SettingName::isVariable)
          .flatMap(variable -> secret(variable, words))
          .map(secret -> new Conflict.OpenAndSecret(service.name(), name, counts, secret))
          .ifPresent(conflicts::add);
    });
    for (Binding binding : bindings) {
      Optional<Word> word =
          Optional.ofNullable(words.get(binding.bound().name()))
              .map(List::getLast)
              .or(() -> secret(binding.bound().name(), words));
      if (!Bounds.allows(binding.bound(), word.map(Word::value))) {
        conflicts.add(new Conflict.Beyond(service.name(), binding.bound().name(), word, binding));
      }
    }
    return conflicts;
  }

  /** What is given as a secret under the name of a variable, whose limits bind it too. */
  private static Optional<Word> secret(
      SettingName variable, SortedMap<SettingName, List<Word>> words) {
    return Optional.of(variable)
        .filter(SettingName::isVariable)
        .flatMap(name -> Optional.ofNullable(words.get(SettingName.secret(name.last()))))
        .map(List::getLast);
  }

  /** Who says with the force of the word that counts something else than that. */
  private static Optional<Word> other(List<Word> said, Predicate<Word> force) {
    Word counts = said.getLast();
    return Optional.of(counts)
        .filter(force)
        .flatMap(_ ->
            said.stream()
                .filter(force)
                .filter(word -> !word.value().equals(counts.value()))
                .findFirst());
  }
}
