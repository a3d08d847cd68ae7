package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads one application, key after key; whatever it says becomes a finding. Used once. */
final class ApplicationReading {

  private static final String COMMAND = "services.deploy.command";
  private static final List<String> KNOWN =
      List.of(
          "deploy",
          "via",
          "name",
          "id",
          "repository",
          "provider",
          "provider_config",
          "environments",
          "checks",
          "notifiers",
          "changeLabels",
          "lockedReason");
  private static final List<String> OF_PROVIDER =
      List.of("command", "env", "timeout", "read_timeout");

  /** Where none is named; with two of them nothing goes anywhere without being told where. */
  private static final List<String> ROUTE = List.of("staging", "production");

  private final Findings findings;
  private final String there;
  private final boolean isAlone;
  private final Values values;
  private final SequencedMap<String, String> variables = new LinkedHashMap<>();
  private final List<String> route = new ArrayList<>();
  private final List<String> checks = new ArrayList<>();
  private Optional<String> command = Optional.empty();
  private Optional<String> repository = Optional.empty();
  private Optional<String> timeout = Optional.empty();
  private Optional<String> readTimeout = Optional.empty();

  /**
   * @param there how the file calls it
   * @param isAlone whether no other application is in the file
   */
  ApplicationReading(Findings findings, String there, boolean isAlone) {
    this.findings = findings;
    this.there = there;
    this.isAlone = isAlone;
    this.values = new Values(findings);
  }

  /** The application; absent when it has no command. */
  Optional<Draft> read(String name, Place place, Node.Fields fields) {
    fields.fields().forEach(this::key);
    if (command.isEmpty()) {
      findings.left(place, there, "It has no command; write one under 'deploy'.");
      return Optional.empty();
    }
    findings.taken(place, there, "application: " + name);
    if (route.isEmpty()) {
      findings.left(
          place,
          there + ".environments",
          "It names none, so its route is %s. Write its own into 'route'."
              .formatted(String.join(", ", ROUTE)));
      route.addAll(ROUTE);
    }
    return Optional.of(
        new Draft(
            name,
            repository,
            command.get(),
            variables,
            timeout,
            readTimeout,
            List.copyOf(route),
            new LinkedHashMap<>(),
            List.copyOf(checks),
            List.of()));
  }

  private void key(Node.Field field) {
    String path = there + "." + field.name();
    switch (field.name()) {
      case "deploy" -> command = values.command(field, path);
      case "via" -> via(field, path);
      case "name" -> findings.taken(field.place(), path, "application");
      case "id" -> findings.notNeeded(field.place(), path, "Names are enough.");
      case "repository" -> repository = values.text(field, path, "repository", Probe::repository);
      case "provider" -> provider(field, path);
      case "provider_config" -> provided(field, path);
      case "environments" -> environments(field, path);
      case "checks" -> new CheckReading(findings, checks, isAlone).read(field, path);
      case "notifiers" ->
          findings.left(
              field.place(), path, "It is not taken over: addresses of this kind are secrets.");
      case "changeLabels" ->
          findings.left(field.place(), path, "Labels of changes are not shown here.");
      case "lockedReason" ->
          findings.left(
              field.place(), path, "Lock it by hand: slipway lock --app NAME --reason TEXT.");
      default -> findings.unknown(field, path, KNOWN);
    }
  }

  private void via(Node.Field field, String path) {
    if (field.value() instanceof Node.Text text && text.value().equals("github")) {
      findings.notNeeded(
          field.place(),
          path,
          "Slipway reads the repository itself; 'slipway hook create github' tells it news at once.");
    } else {
      findings.left(
          field.place(),
          path,
          "Only 'github' is known. Commits come from 'repository', wherever it is.");
    }
  }

  private void provider(Node.Field field, String path) {
    if (field.value() instanceof Node.Text text && text.value().equals("shell")) {
      findings.taken(field.place(), path, COMMAND);
    } else {
      findings.left(
          field.place(),
          path,
          "Only 'shell' is taken over. Write what it does into a script, and that into 'deploy'.");
    }
  }

  private void provided(Node.Field field, String path) {
    if (!(field.value() instanceof Node.Fields config)) {
      findings.left(field.place(), path, "This has to be a mapping.");
      return;
    }
    for (Node.Field one : config.fields()) {
      String at = path + "." + one.name();
      switch (one.name()) {
        case "command" -> command = values.command(one, at).or(() -> command);
        case "env" -> values.variables(one, at, "services.deploy.variables", variables);
        case "timeout" -> timeout = values.seconds(one, at, "timeout");
        case "read_timeout" -> readTimeout = values.seconds(one, at, "no_output_timeout");
        default -> findings.unknown(one, at, OF_PROVIDER);
      }
    }
  }

  private void environments(Node.Field field, String path) {
    if (!(field.value() instanceof Node.Fields named)) {
      findings.left(field.place(), path, "This has to be a mapping of environments by name.");
      return;
    }
    for (Node.Field one : named.fields()) {
      environment(one, path + "." + one.name());
    }
  }

  private void environment(Node.Field field, String path) {
    Optional<String> name = Probe.name(field.name()).filter(it -> !route.contains(it));
    if (name.isEmpty() || route.size() == 50) {
      findings.left(field.place(), path, "No environment can be called so, or it is one too many.");
      return;
    }
    route.add(name.get());
    findings.taken(field.place(), path, "route: " + name.get());
    if (field.value() instanceof Node.Fields said) {
      said.fields().forEach(one -> ofEnvironment(one, path, name.get()));
    }
  }

  private void ofEnvironment(Node.Field field, String path, String environment) {
    String at = path + "." + field.name();
    if (List.of("defaultRef", "default_ref").contains(field.name())) {
      findings.left(
          field.place(),
          at,
          "Nothing goes out by itself until you say so: add {on: push, branch: NAME, to: [%s]} to 'triggers'."
              .formatted(environment));
    } else {
      findings.unknown(field, at, List.of("defaultRef"));
    }
  }
}
