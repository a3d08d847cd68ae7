package dev.slipway.aggregation;

import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Amount;
import dev.slipway.model.layer.SettingValue.Secret;
import dev.slipway.model.layer.SettingValue.Time;
import dev.slipway.model.layer.SettingValue.Way;
import dev.slipway.model.layer.SettingValue.Wording;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which values a service can have, and how it looks with them. */
final class Fitting {

  private Fitting() {}

  /** Whether a name means something to what a service runs. */
  static boolean fits(SettingName name, Workload workload) {
    boolean anywhere = name.isVariable() || name.isSecret() || name.equals(SettingName.TIMEOUT);
    return switch (workload) {
      case Workload.Run _ -> !name.equals(SettingName.NO_OUTPUT_TIMEOUT);
      case Workload.Command _ -> anywhere || name.equals(SettingName.NO_OUTPUT_TIMEOUT);
      case Workload.External _ -> anywhere;
    };
  }

  /** The service with these values. What is absent in it and not among them stays absent. */
  static ServiceDefinition into(ServiceDefinition service, Map<SettingName, SettingValue> values) {
    return new ServiceDefinition(
        service.name(),
        service.workload(),
        wording(values, SettingName.HEALTH_PATH)
            .map(path ->
                new HealthCheck(
                    path, time(values, SettingName.HEALTH_WITHIN).orElse(HealthCheck.WITHIN))),
        variables(values),
        new Timeouts(
            time(values, SettingName.TIMEOUT).orElseGet(service.timeouts()::total),
            time(values, SettingName.NO_OUTPUT_TIMEOUT).orElseGet(service.timeouts()::noOutput)),
        serving(service.serving(), values),
        limits(values).or(service::limits),
        service.after(),
        service.said(),
        secrets(values));
  }

  private static SortedMap<String, String> variables(Map<SettingName, SettingValue> values) {
    SortedMap<String, String> variables = new TreeMap<>();
    values.forEach((name, _) -> {
      if (name.isVariable()) {
        wording(values, name).ifPresent(text -> variables.put(name.last(), text));
      }
    });
    return Collections.unmodifiableSortedMap(variables);
  }

  private static Optional<SortedMap<String, SecretReference>> secrets(
      Map<SettingName, SettingValue> values) {
    SortedMap<String, SecretReference> secrets = new TreeMap<>();
    values.forEach((name, value) -> {
      if (name.isSecret() && value instanceof Secret(SecretReference reference)) {
        secrets.put(name.last(), reference);
      }
    });
    return Optional.of(Collections.unmodifiableSortedMap(secrets)).filter(all -> !all.isEmpty());
  }

  private static Optional<Serving> serving(
      Optional<Serving> own, Map<SettingName, SettingValue> values) {
    Serving before = own.orElse(Serving.PLAIN);
    Serving after =
        new Serving(
            strategy(values).orElseGet(before::strategy),
            amount(values, SettingName.REPLICAS).orElseGet(before::replicas),
            before.traffic(),
            before.port(),
            before.verification());
    return after.equals(before) ? own : Optional.of(after);
  }

  private static Optional<Limits> limits(Map<SettingName, SettingValue> values) {
    Limits limits =
        new Limits(
            amount(values, SettingName.MEMORY),
            amount(values, SettingName.OPEN_FILES),
            amount(values, SettingName.PROCESSES));
    return Optional.of(limits)
        .filter(any ->
            any.memoryMebibytes().isPresent()
                || any.openFiles().isPresent()
                || any.processes().isPresent());
  }

  private static Optional<Integer> amount(Map<SettingName, SettingValue> values, SettingName name) {
    return Optional.ofNullable(values.get(name))
        .flatMap(value ->
            value instanceof Amount(long number)
                ? Optional.of(Math.toIntExact(number))
                : Optional.empty());
  }

  private static Optional<Duration> time(Map<SettingName, SettingValue> values, SettingName name) {
    return Optional.ofNullable(values.get(name))
        .flatMap(
            value -> value instanceof Time(Duration span) ? Optional.of(span) : Optional.empty());
  }

  private static Optional<String> wording(Map<SettingName, SettingValue> values, SettingName name) {
    return Optional.ofNullable(values.get(name))
        .flatMap(
            value -> value instanceof Wording(String text) ? Optional.of(text) : Optional.empty());
  }

  private static Optional<StrategyDefinition> strategy(Map<SettingName, SettingValue> values) {
    return Optional.ofNullable(values.get(SettingName.STRATEGY))
        .flatMap(value ->
            value instanceof Way(StrategyDefinition strategy)
                ? Optional.of(strategy)
                : Optional.empty());
  }
}
