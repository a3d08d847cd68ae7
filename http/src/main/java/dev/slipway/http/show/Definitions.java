package dev.slipway.http.show;

import dev.slipway.loop.door.Sources;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SecretName;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Workload;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.views.row.EnvironmentRow;
import dev.slipway.wire.Application;
import dev.slipway.wire.Environment;
import dev.slipway.wire.Origin;
import dev.slipway.wire.OriginKind;
import dev.slipway.wire.Parameter;
import dev.slipway.wire.QueuePolicy;
import dev.slipway.wire.Service;
import dev.slipway.wire.ServiceKind;
import dev.slipway.wire.SourceTrouble;
import dev.slipway.wire.Trigger;
import dev.slipway.wire.TriggerOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is declared. */
public final class Definitions {

  private Definitions() {}

  public static Application application(ApplicationRow row, Shown shown, Sources sources) {
    var definition = row.definition();
    return new Application(
        definition.name().value(),
        definition.repository().map(it -> it.value()),
        row.branch().flatMap(it -> it.branch()),
        row.path(),
        definition.route().stream().map(it -> it.value()).toList(),
        definition.services().stream().map(Definitions::service).toList(),
        definition.triggers().stream().map(Definitions::trigger).toList(),
        definition.parameters().stream().flatMap(List::stream).map(Definitions::parameter).toList(),
        origin(row.origin(), shown),
        row.position().value(),
        row.at(),
        definition.repository().flatMap(sources::trouble).map(Definitions::trouble));
  }

  private static Parameter parameter(ParameterDefinition one) {
    Optional<ParameterType.Whole> whole =
        Optional.of(one.type())
            .filter(ParameterType.Whole.class::isInstance)
            .map(ParameterType.Whole.class::cast);
    return new Parameter(
        one.name(),
        one.type().word(),
        one.fallback(),
        choices(one.type()),
        whole.flatMap(ParameterType.Whole::least),
        whole.flatMap(ParameterType.Whole::most));
  }

  private static List<String> choices(ParameterType type) {
    return switch (type) {
      case ParameterType.Text(List<String> words) -> words;
      case ParameterType.Secret(List<SecretName> names) ->
          names.stream().map(SecretName::value).toList();
      case ParameterType.Whole _,
          ParameterType.Flag _,
          ParameterType.Image _,
          ParameterType.Commit _ ->
          List.of();
    };
  }

  private static SourceTrouble trouble(Sources.Trouble trouble) {
    return new SourceTrouble(Shown.reason(trouble.because()), trouble.since());
  }

  private static Service service(ServiceDefinition service) {
    return new Service(
        service.name().value(),
        kind(service.workload()),
        words(service.workload()),
        service.health().map(it -> it.path()),
        List.copyOf(service.variables().keySet()),
        service.secrets().map(Definitions::secrets).orElseGet(Map::of));
  }

  private static Map<String, String> secrets(Map<String, SecretReference> secrets) {
    return secrets.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, secret -> secret.getValue().words()));
  }

  static ServiceKind kind(Workload workload) {
    return switch (workload) {
      case Workload.Run run -> ServiceKind.RUN;
      case Workload.Command command -> ServiceKind.COMMAND;
      case Workload.External external -> ServiceKind.EXTERNAL;
    };
  }

  static List<String> words(Workload workload) {
    return workload.words().stream().map(Template::text).toList();
  }

  private static Trigger trigger(TriggerDefinition trigger) {
    List<String> environments = trigger.environments().stream().map(it -> it.value()).toList();
    String name = trigger.name().value();
    return switch (trigger.on()) {
      case TriggerDefinition.On.Push push ->
          new Trigger(name, TriggerOn.PUSH, push.branches(), environments);
      case TriggerDefinition.On.Tag tag ->
          new Trigger(name, TriggerOn.TAG, tag.tags(), environments);
      case TriggerDefinition.On.Image image ->
          new Trigger(name, TriggerOn.IMAGE, image.parameters(), environments);
      case TriggerDefinition.On.Announcement announcement ->
          new Trigger(name, TriggerOn.ANNOUNCEMENT, announcement.types(), environments);
    };
  }

  static Origin origin(dev.slipway.model.definition.Origin origin, Shown shown) {
    return switch (origin) {
      case dev.slipway.model.definition.Origin.Commit commit ->
          new Origin(
              OriginKind.COMMIT,
              Optional.of(commit.sha().value()),
              Optional.empty(),
              Optional.empty());
      case dev.slipway.model.definition.Origin.Applied applied ->
          new Origin(
              OriginKind.APPLIED,
              Optional.empty(),
              Optional.of(shown.actor(applied.by())),
              Optional.of(applied.document().value()));
      case dev.slipway.model.definition.Origin.Implied implied ->
          new Origin(OriginKind.IMPLIED, Optional.empty(), Optional.empty(), Optional.empty());
    };
  }

  public static Environment environment(EnvironmentRow row, List<String> targets, Shown shown) {
    var definition = row.definition();
    return new Environment(
        definition.name().value(),
        definition.labels(),
        definition.implicit(),
        definition.group().map(EnvironmentName::value),
        definition.silentAfter().toSeconds(),
        definition.allowEmpty(),
        definition.protection().isPresent(),
        QueuePolicy.valueOf(definition.queuePolicy().name()),
        definition.concurrency(),
        targets,
        origin(row.origin(), shown),
        row.position().value(),
        row.at());
  }
}
