package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads a folder {@code deploy}: a pipeline that every branch, staging (the head of master) and
 * production (a tag) have each for themselves, with parameters of their own. What its stages do is
 * done by others, so one script takes their place; which commit goes where is taken over.
 */
final class Pipeline {

  static final String SPECIFICATION = "pipeline.json";

  private static final String PARAMETERS = "pipeline.parameters.json";

  /** What every pipeline was given of itself. */
  private static final List<String> GIVEN =
      List.of("ArtifactStore", "RepoOwner", "RepoName", "RepoBranch", "RepoToken", "Stage");

  private static final List<String> ROUTE = List.of("staging", "production");

  private final Findings findings;
  private final Values values;
  private final SequencedMap<String, SequencedMap<String, String>> parts = new LinkedHashMap<>();
  private final SequencedMap<String, String> variables = new LinkedHashMap<>();

  Pipeline(Findings findings) {
    this.findings = findings;
    this.values = new Values(findings);
  }

  /** The application; absent when there is no pipeline, or its name is none. */
  Optional<Draft> read(String application, SequencedMap<String, Node.Fields> files) {
    Optional<String> name = Probe.name(application);
    if (name.isEmpty() || !files.containsKey(SPECIFICATION)) {
      return Optional.empty();
    }
    findings.in(SPECIFICATION);
    findings.taken(Place.START, "the branch master", "triggers: on push, to staging");
    findings.taken(Place.START, "tags v*.*.*", "triggers: on tag, to production");
    findings.left(
        Place.START,
        "every other branch",
        "There are no environments for single branches yet; add a trigger for those that staging may get.");
    files.forEach(this::file);
    parts.values().removeIf(SequencedMap::isEmpty);
    return Optional.of(
        new Draft(
            name.get(),
            Optional.empty(),
            Draft.SCRIPT_CALL,
            variables,
            Optional.empty(),
            Optional.empty(),
            ROUTE,
            parts,
            List.of(),
            List.of(
                "{on: push, branch: master, to: [staging]}",
                "{on: tag, tag: 'v*.*.*', to: [production]}")));
  }

  private void file(String file, Node.Fields root) {
    findings.in(file);
    switch (file) {
      case SPECIFICATION -> new Stages(findings).read(root);
      case PARAMETERS -> root.fields().forEach(this::parameterSet);
      case "staging.json", "production.json", "development.json" ->
          root.fields().forEach(field -> stack(file.replace(".json", ""), field));
      case "buildspec.yml" -> new BuildSteps(findings, values, variables).read(root);
      default ->
          findings.left(
              root.place(),
              file,
              "Its resources are not understood: make them from %s, or where your infrastructure is made."
                  .formatted(Draft.SCRIPT));
    }
  }

  private SequencedMap<String, String> part(String environment) {
    return parts.computeIfAbsent(environment, _ -> new LinkedHashMap<>());
  }

  private boolean isTravelled(String environment, Node.Field field) {
    if (ROUTE.contains(environment)) {
      return true;
    }
    findings.left(field.place(), environment, "There are no environments for single branches yet.");
    return false;
  }

  /** A list of {@code ParameterKey} and {@code ParameterValue}. */
  private void parameterSet(Node.Field set) {
    if (!isTravelled(set.name(), set)) {
      return;
    }
    List<Node> items = set.value() instanceof Node.Items(List<Node> all, var _) ? all : List.of();
    if (items.isEmpty()) {
      findings.left(set.place(), set.name(), "This has to be a list of parameters.");
    }
    for (Node item : items) {
      parameter(set.name(), item);
    }
  }

  private void parameter(String environment, Node item) {
    if (item instanceof Node.Fields parameter
        && parameter.text("ParameterKey").isPresent()
        && parameter.field("ParameterValue").isPresent()) {
      variable(
          environment,
          parameter.text("ParameterKey").get().value(),
          parameter.field("ParameterValue").get());
    } else {
      findings.left(item.place(), environment, "A parameter has ParameterKey and ParameterValue.");
    }
  }

  private void stack(String environment, Node.Field field) {
    if (!field.name().equals("Parameters") || !(field.value() instanceof Node.Fields named)) {
      findings.unknown(field, field.name(), List.of("Parameters"));
    } else if (isTravelled(environment, field)) {
      named.fields().forEach(one -> variable(environment, one.name(), one));
    }
  }

  private void variable(String environment, String name, Node.Field value) {
    if (GIVEN.contains(name)) {
      findings.notNeeded(
          value.place(), environment + "." + name, "A delivery knows its commit and environment.");
      return;
    }
    values.variable(
        value,
        name,
        environment + "." + name,
        "environments." + environment + ".services.deploy.variables",
        part(environment));
  }
}
