package dev.slipway.config.foreign;

import dev.slipway.config.text.Node;
import java.util.List;
import java.util.stream.Stream;

/** Tells of a pipeline's specification which stages there are, and what takes the place of each. */
final class Stages {

  private static final String PIPELINE = "AWS::CodePipeline::Pipeline";

  private final Findings findings;

  Stages(Findings findings) {
    this.findings = findings;
  }

  void read(Node.Fields root) {
    for (Node.Field field : root.fields()) {
      switch (field.name()) {
        case "Resources" -> resources(field);
        case "AWSTemplateFormatVersion", "Description" ->
            findings.notNeeded(field.place(), field.name(), "It describes the file.");
        case "Parameters" ->
            findings.notNeeded(
                field.place(),
                field.name(),
                "What deliveries are given is under 'variables', {sha} and {environment}.");
        default -> findings.unknown(field, field.name(), List.of("Resources", "Parameters"));
      }
    }
  }

  private void resources(Node.Field resources) {
    if (!(resources.value() instanceof Node.Fields named)) {
      findings.left(resources.place(), resources.name(), "This has to be a mapping.");
      return;
    }
    for (Node.Field field : named.fields()) {
      boolean isPipeline =
          field.value() instanceof Node.Fields resource
              && resource.text("Type").filter(type -> type.value().equals(PIPELINE)).isPresent();
      if (isPipeline) {
        stages((Node.Fields) field.value());
      } else {
        findings.left(
            field.place(),
            "Resources." + field.name(),
            "It is not understood. Make it where your infrastructure is made.");
      }
    }
  }

  private void stages(Node.Fields pipeline) {
    fields(pipeline.get("Properties").stream())
        .flatMap(properties -> fields(properties.items("Stages").stream()))
        .forEach(this::stage);
  }

  private void stage(Node.Fields stage) {
    String name = stage.text("Name").map(Node.Text::value).orElse("a stage");
    List<Node.Fields> actions = fields(stage.items("Actions").stream()).toList();
    if (actions.isEmpty()) {
      findings.left(stage.place(), "stage " + name, "It does nothing.");
    }
    for (Node.Fields action : actions) {
      String category =
          fields(action.get("ActionTypeId").stream())
              .flatMap(type -> type.text("Category").stream())
              .map(Node.Text::value)
              .findFirst()
              .orElse("");
      action(name, category, action);
    }
  }

  private void action(String stage, String category, Node.Fields action) {
    String there =
        "stage %s: %s"
            .formatted(stage, action.text("Name").map(Node.Text::value).orElse("an action"));
    switch (category) {
      case "Source" ->
          findings.notNeeded(action.place(), there, "Slipway brings the commit itself.");
      case "Approval" ->
          findings.left(
              action.place(),
              there,
              "Ask for it in the environment's document: guardrails: {approval: {of: 1}}.");
      default ->
          findings.left(
              action.place(),
              there,
              "Write what it does into %s, in this order; what fails there stops what comes after."
                  .formatted(Draft.SCRIPT));
    }
  }

  private static Stream<Node.Fields> fields(Stream<Node> nodes) {
    return nodes.filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
  }
}
