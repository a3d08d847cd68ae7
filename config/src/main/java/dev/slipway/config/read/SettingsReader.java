package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Amount;
import dev.slipway.model.layer.SettingValue.Secret;
import dev.slipway.model.layer.SettingValue.Time;
import dev.slipway.model.layer.SettingValue.Way;
import dev.slipway.model.layer.SettingValue.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads values that are given to services which are declared elsewhere. */
final class SettingsReader {

  private final Durations durations;
  private final ServingReader serving;
  private final StrategyReader strategies;
  private final SecretsReader secrets;

  SettingsReader(Problems problems) {
    this.durations = new Durations(problems);
    this.serving = new ServingReader(problems);
    this.strategies = new StrategyReader(problems);
    this.secrets = new SecretsReader(problems);
  }

  /** By name. */
  List<Setting> read(Node.Fields values) {
    return values.fields().stream()
        .flatMap(field -> settings(values, field))
        .sorted(Comparator.comparing(Setting::name))
        .toList();
  }

  private Stream<Setting> settings(Node.Fields values, Node.Field field) {
    return switch (field.name()) {
      case "replicas" ->
          amount(field, SettingName.REPLICAS, ServingReader.number(values, "replicas"));
      case "strategy" ->
          one(field, SettingName.STRATEGY, strategies.read(field.value()).map(Way::new));
      case "timeout" -> time(values, field, SettingName.TIMEOUT);
      case "no_output_timeout" -> time(values, field, SettingName.NO_OUTPUT_TIMEOUT);
      case "health" -> health(field);
      case "variables" ->
          inner(field)
              .flatMap(variable ->
                  one(variable, SettingName.variable(variable.name()), wording(variable)));
      case "secrets" ->
          inner(field)
              .flatMap(secret ->
                  one(
                      secret,
                      SettingName.secret(secret.name()),
                      secrets.reference(secret).map(Secret::new)));
      default -> inner(field).flatMap(limit -> limit(values, limit));
    };
  }

  private Stream<Setting> health(Node.Field field) {
    return field.value() instanceof Node.Fields check
        ? inner(field)
            .flatMap(key ->
                key.name().equals("path")
                    ? one(key, SettingName.HEALTH_PATH, wording(key))
                    : time(check, key, SettingName.HEALTH_WITHIN))
        : one(field, SettingName.HEALTH_PATH, wording(field));
  }

  private Stream<Setting> limit(Node.Fields values, Node.Field key) {
    Optional<Limits> limits = serving.limits(values);
    return switch (key.name()) {
      case "memory" -> amount(key, SettingName.MEMORY, limits.flatMap(Limits::memoryMebibytes));
      case "open_files" -> amount(key, SettingName.OPEN_FILES, limits.flatMap(Limits::openFiles));
      default -> amount(key, SettingName.PROCESSES, limits.flatMap(Limits::processes));
    };
  }

  private Stream<Setting> time(Node.Fields owner, Node.Field field, SettingName name) {
    return one(field, name, durations.find(owner, field.name()).map(Time::new));
  }

  private static Stream<Setting> amount(
      Node.Field field, SettingName name, Optional<Integer> number) {
    return one(field, name, number.map(many -> new Amount(many.longValue())));
  }

  private static Optional<SettingValue> wording(Node.Field field) {
    return field.value() instanceof Node.Text text
        ? Optional.of(new Wording(text.value()))
        : Optional.empty();
  }

  private static Stream<Setting> one(
      Node.Field field, SettingName name, Optional<? extends SettingValue> value) {
    return value.stream().map(given -> new Setting(name, given, field.place().line()));
  }

  private static Stream<Node.Field> inner(Node.Field field) {
    return field.value() instanceof Node.Fields fields ? fields.fields().stream() : Stream.empty();
  }
}
