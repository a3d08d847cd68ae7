package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of applications: a mapping of them by name, or a single one with its {@code name}.
 * Not safe for several threads: one import owns it.
 */
final class Applications {

  private static final int APPLICATIONS_MAX = 50;

  private final Findings findings;

  Applications(Findings findings) {
    this.findings = findings;
  }

  List<Draft> read(Node.Fields root) {
    Optional<Node.Text> name = root.text("name");
    boolean isOne = root.field("provider").isPresent() || root.field("provider_config").isPresent();
    if (name.isPresent() && isOne) {
      return named(name.get().value(), name.get().place(), root, true, new HashSet<>()).stream()
          .toList();
    }
    List<Draft> drafts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean isAlone = root.fields().size() == 1;
    for (Node.Field field : root.fields()) {
      if (drafts.size() == APPLICATIONS_MAX) {
        findings.left(
            field.place(),
            field.name(),
            "No more than %d applications are read at a time.".formatted(APPLICATIONS_MAX));
      } else if (field.value() instanceof Node.Fields application) {
        named(field.name(), field.place(), application, isAlone, names).ifPresent(drafts::add);
      } else {
        findings.left(
            field.place(),
            field.name(),
            "An application is a mapping with its command under 'deploy'.");
      }
    }
    return drafts;
  }

  private Optional<Draft> named(
      String theirs, Place place, Node.Fields fields, boolean isAlone, Set<String> names) {
    Optional<String> name = Probe.name(theirs);
    if (name.isEmpty() || !names.add(name.get())) {
      findings.left(
          place,
          theirs,
          "An application's name has 1 to 63 characters of a-z, 0-9 and '-', and no other one has it."
              + " Rename it.");
      return Optional.empty();
    }
    return new ApplicationReading(findings, theirs, isAlone).read(name.get(), place, fields);
  }
}
