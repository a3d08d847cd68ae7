package dev.slipway.aggregation;

import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Amount;
import dev.slipway.model.layer.SettingValue.Secret;
import dev.slipway.model.layer.SettingValue.Time;
import dev.slipway.model.layer.SettingValue.Way;
import dev.slipway.model.layer.SettingValue.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The values of a definition by their names, those that only its application can give included. */
final class Own {

  private Own() {}

  static SortedMap<SettingName, SettingValue> values(ServiceDefinition service) {
    SortedMap<SettingName, SettingValue> values = new TreeMap<>();
    workload(service.workload(), values);
    service.health().ifPresent(health -> health(health, values));
    service
        .variables()
        .forEach((name, text) -> values.put(SettingName.variable(name), new Wording(text)));
    service.secrets().ifPresent(secrets -> secrets(secrets, values));
    values.put(SettingName.TIMEOUT, new Time(service.timeouts().total()));
    if (service.workload() instanceof Workload.Command) {
      values.put(SettingName.NO_OUTPUT_TIMEOUT, new Time(service.timeouts().noOutput()));
    }
    service.serving().ifPresent(serving -> serving(serving, values));
    service.limits().ifPresent(limits -> limits(limits, values));
    service.after().ifPresent(after -> put(values, "after", names(after)));
    return values;
  }

  static void secrets(
      SortedMap<String, SecretReference> secrets, SortedMap<SettingName, SettingValue> values) {
    secrets.forEach(
        (name, reference) -> values.put(SettingName.secret(name), new Secret(reference)));
  }

  private static void workload(Workload workload, SortedMap<SettingName, SettingValue> values) {
    switch (workload) {
      case Workload.Run(List<Template> words) -> put(values, "run", line(words));
      case Workload.Command(List<Template> words, boolean idempotent) -> {
        put(values, "command", line(words));
        put(values, "idempotent", Boolean.toString(idempotent));
      }
      case Workload.External(List<Template> fetch, List<Template> apply) -> {
        put(values, "external.fetch", line(fetch));
        put(values, "external.apply", line(apply));
      }
    }
  }

  private static void health(HealthCheck health, SortedMap<SettingName, SettingValue> values) {
    values.put(SettingName.HEALTH_PATH, new Wording(health.path()));
    values.put(SettingName.HEALTH_WITHIN, new Time(health.within()));
  }

  private static void serving(Serving serving, SortedMap<SettingName, SettingValue> values) {
    values.put(SettingName.REPLICAS, new Amount(serving.replicas()));
    values.put(SettingName.STRATEGY, new Way(serving.strategy()));
    put(values, "traffic", serving.traffic().name().toLowerCase(Locale.ROOT));
    serving
        .port()
        .ifPresent(port -> values.put(new SettingName("port"), new Amount(port.longValue())));
    serving.verification().ifPresent(asked -> put(values, "verify", questions(asked)));
  }

  private static void limits(Limits limits, SortedMap<SettingName, SettingValue> values) {
    amount(values, SettingName.MEMORY, limits.memoryMebibytes());
    amount(values, SettingName.OPEN_FILES, limits.openFiles());
    amount(values, SettingName.PROCESSES, limits.processes());
  }

  private static void amount(
      SortedMap<SettingName, SettingValue> values, SettingName name, Optional<Integer> number) {
    number.ifPresent(many -> values.put(name, new Amount(many.longValue())));
  }

  private static void put(SortedMap<SettingName, SettingValue> values, String name, String text) {
    values.put(new SettingName(name), new Wording(text));
  }

  /** A command as people would write it. */
  static String line(List<Template> words) {
    return words.stream()
        .map(Template::text)
        .map(word -> word.isEmpty() || word.contains(" ") ? "'" + word + "'" : word)
        .collect(Collectors.joining(" "));
  }

  private static String names(List<ServiceName> services) {
    return services.stream().map(ServiceName::value).collect(Collectors.joining(", "));
  }

  private static String questions(Verification asked) {
    return asked.questions().stream()
        .map(Verification.Question::path)
        .collect(Collectors.joining(", "));
  }
}
