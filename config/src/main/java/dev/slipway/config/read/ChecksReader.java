package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.guardrail.CheckName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which checks have to be green: names, which are required then, or a mapping. */
final class ChecksReader {

  private static final String KEY = "checks";

  /** The keys that name no check. */
  private static final Set<String> UNNAMED = Set.of("deadline", Junctures.KEY);

  private static final Duration DEADLINE = Duration.ofMinutes(30);

  private final Problems problems;
  private final Durations durations;

  ChecksReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
  }

  /** What stands under {@code checks}; absent when nothing usable does. */
  Optional<ChecksPolicy> read(Node.Fields owner) {
    Set<String> taken = new HashSet<>();
    return owner
        .get(KEY)
        .flatMap(
            node -> node instanceof Node.Fields fields ? full(fields, taken) : brief(owner, taken));
  }

  private Optional<ChecksPolicy> brief(Node.Fields owner, Set<String> taken) {
    return Optional.of(names(owner, KEY, taken))
        .filter(names -> !names.isEmpty())
        .map(names -> new ChecksPolicy(names, List.of(), DEADLINE));
  }

  private Optional<ChecksPolicy> full(Node.Fields checks, Set<String> taken) {
    List<CheckName> required = names(checks, "required", taken);
    List<CheckName> optional = names(checks, "optional", taken);
    List<String> keys = checks.fields().stream().map(Node.Field::name).toList();
    if (!keys.isEmpty() && UNNAMED.containsAll(keys)) {
      problems.add(
          checks.place(), "empty", "'checks' names none. Write 'required', 'optional' or both.");
    }
    return Optional.of(
            new ChecksPolicy(
                required,
                optional,
                durations.read(checks, "deadline", DEADLINE),
                Junctures.of(checks)))
        .filter(policy -> !policy.required().isEmpty() || !policy.optional().isEmpty());
  }

  private List<CheckName> names(Node.Fields fields, String key, Set<String> taken) {
    List<CheckName> names = new ArrayList<>();
    for (Node.Text text : Texts.listOf(fields, key)) {
      if (!taken.add(text.value())) {
        problems.add(
            text.place(),
            "check-twice",
            Excerpt.of(text.value()) + " is named twice. Leave one of them out.");
      } else {
        name(text).ifPresent(names::add);
      }
    }
    return names;
  }

  private Optional<CheckName> name(Node.Text text) {
    try {
      return Optional.of(new CheckName(text.value()));
    } catch (InvalidValue e) {
      problems.add(
          text.place(), "invalid-check-name", Excerpt.of(text.value()) + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
