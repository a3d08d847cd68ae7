package dev.slipway.config.read;

import dev.slipway.config.RepositoryAddresses;
import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads an application's document. */
final class ApplicationReader {

  private final Problems problems;

  ApplicationReader(Problems problems) {
    this.problems = problems;
  }

  /** The definition; of use only when no problem was found. */
  Optional<ApplicationDefinition> read(Node.Fields document) {
    Optional<RepositoryUrl> repository = document.text("repository").flatMap(this::repository);
    List<ServiceDefinition> services = services(document);
    List<EnvironmentName> route = route(document);
    List<TriggerDefinition> triggers = triggers(document, route);
    Optional<List<ApplicationGuardrails>> guardrails =
        new GuardrailReader(problems).read(document, route);
    Optional<List<DependencyDefinition>> needs = new DependencyReader(problems).needs(document);
    Optional<List<JobDefinition>> jobs =
        new JobReader(problems)
            .read(
                document,
                services.stream().map(it -> it.name().value()).collect(Collectors.toSet()));
    Optional<List<ParameterDefinition>> parameters = new ParameterReader(problems).read(document);
    ImageTriggers.check(document, parameters.orElseGet(List::of), problems);
    return document
        .text("application")
        .map(Node.Text::value)
        .map(ApplicationName::new)
        .map(name ->
            new ApplicationDefinition(
                name,
                repository,
                services,
                route,
                triggers,
                Texts.onFailure(document),
                guardrails,
                jobs,
                needs,
                new PartReader(problems).read(document, route),
                parameters,
                Optional.empty()));
  }

  private Optional<RepositoryUrl> repository(Node.Text address) {
    Optional<Reason> refusal = RepositoryAddresses.refusal(address.value());
    refusal.ifPresent(reason -> problems.add(address.place(), reason.code(), reason.sentence()));
    return refusal.isPresent() ? Optional.empty() : Optional.of(new RepositoryUrl(address.value()));
  }

  private List<ServiceDefinition> services(Node.Fields document) {
    List<ServiceDefinition> services = new ArrayList<>();
    var reader = new ServiceReader(problems);
    Map<ServiceName, List<ServiceName>> after = new DependencyReader(problems).after(document);
    for (Node.Field field : document.fields("services")) {
      if (field.value() instanceof Node.Fields service) {
        reader
            .read(new ServiceName(field.name()), service)
            .map(it -> after.containsKey(it.name()) ? it.after(after.get(it.name())) : it)
            .ifPresent(services::add);
      }
    }
    return services;
  }

  private List<EnvironmentName> route(Node.Fields document) {
    List<EnvironmentName> route = new ArrayList<>();
    for (Node.Text text : Texts.listOf(document, "route")) {
      var name = new EnvironmentName(text.value());
      if (route.contains(name)) {
        problems.add(
            text.place(),
            "environment-twice",
            Excerpt.of(text.value()) + " is in the route a second time. Keep one of them.");
      } else {
        route.add(name);
      }
    }
    return route;
  }

  private List<TriggerDefinition> triggers(Node.Fields document, List<EnvironmentName> route) {
    return new TriggerReader(problems, route)
        .read(
            document.items("triggers").stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList());
  }
}
