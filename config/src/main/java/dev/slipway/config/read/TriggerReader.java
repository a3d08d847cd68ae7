package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.TriggerDefinition.On;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the triggers of one application. */
final class TriggerReader {

  private final Problems problems;
  private final List<EnvironmentName> route;
  private final ChecksReader checks;
  private final Set<String> taken = new HashSet<>();

  TriggerReader(Problems problems, List<EnvironmentName> route) {
    this.problems = problems;
    this.route = List.copyOf(route);
    this.checks = new ChecksReader(problems);
  }

  List<TriggerDefinition> read(List<Node.Fields> triggers) {
    for (Node.Fields trigger : triggers) {
      trigger.text("name").ifPresent(this::take);
    }
    List<TriggerDefinition> read = new ArrayList<>();
    for (Node.Fields trigger : triggers) {
      on(trigger)
          .ifPresent(on ->
              read.add(
                  new TriggerDefinition(
                      name(trigger, on), on, environments(trigger), checks.read(trigger))));
    }
    return read;
  }

  private void take(Node.Text name) {
    if (!taken.add(name.value())) {
      problems.add(
          name.place(),
          "name-taken",
          "Another trigger is already called " + Excerpt.of(name.value()) + ". Choose another.");
    }
  }

  private Optional<On> on(Node.Fields trigger) {
    return trigger
        .text("on")
        .flatMap(on ->
            switch (on.value()) {
              case "push" -> globs(trigger, on, "branch", "branches").map(On.Push::new);
              case "tag" -> globs(trigger, on, "tag", "tags").map(On.Tag::new);
              case "image" ->
                  Optional.of(new On.Image(named(trigger, on, "parameter", "parameters")));
              default -> patterns(trigger, on, "type", "types").map(On.Announcement::new);
            });
  }

  private Optional<List<String>> globs(Node.Fields trigger, Node.Text on, String one, String many) {
    return patterns(trigger, on, one, many)
        .filter(_ ->
            Texts.listOf(trigger, trigger.field(one).isPresent() ? one : many).stream()
                .allMatch(this::isShort));
  }

  /** Patterns stand for names as people write them, so a full ref would never match. */
  private boolean isShort(Node.Text glob) {
    boolean full = glob.value().startsWith("refs/heads/") || glob.value().startsWith("refs/tags/");
    if (full) {
      String name = glob.value().substring(glob.value().indexOf('/', 5) + 1);
      problems.add(
          glob.place(),
          "full-ref-in-pattern",
          "Patterns are matched with names such as 'main', without refs/heads/ or refs/tags/.",
          Optional.of(name).filter(text -> !text.isEmpty()));
    }
    return !full;
  }

  private Optional<List<String>> patterns(
      Node.Fields trigger, Node.Text on, String one, String many) {
    return Optional.of(named(trigger, on, one, many)).filter(found -> !found.isEmpty());
  }

  private List<String> named(Node.Fields trigger, Node.Text on, String one, String many) {
    for (Node.Field field : trigger.fields()) {
      boolean known = Set.of("on", "to", "checks", "name", one, many).contains(field.name());
      if (!known) {
        problems.add(
            field.place(),
            "key-not-here",
            "'"
                + field.name()
                + "' does not belong to 'on: "
                + on.value()
                + "'. Write '"
                + one
                + "' or '"
                + many
                + "'.");
      }
    }
    return Texts.listOf(trigger, trigger.field(one).isPresent() ? one : many).stream()
        .map(Node.Text::value)
        .toList();
  }

  private List<EnvironmentName> environments(Node.Fields trigger) {
    Set<EnvironmentName> chosen = new HashSet<>();
    for (Node.Text text : Texts.listOf(trigger, "to")) {
      var name = new EnvironmentName(text.value());
      OffRoute.tell(problems, text.place(), name, route);
      chosen.add(name);
    }
    return route.stream().filter(chosen::contains).toList();
  }

  private TriggerName name(Node.Fields trigger, On on) {
    return trigger
        .text("name")
        .map(Node.Text::value)
        .map(TriggerName::new)
        .orElseGet(() -> TriggerNames.unused(on, taken));
  }
}
