package dev.slipway.engine.delivery;

import dev.slipway.engine.fold.SealingState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretChoice;
import dev.slipway.model.image.ImageSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a shipment is given beside its commit. An application that declares its parameters takes
 * these and no others, each of its type, with what its document says for those that are not given;
 * one that declares none takes whatever it is given.
 */
public sealed interface Parameters {

  /** All that it needs. */
  record Complete(SortedMap<String, String> values) implements Parameters {
    public Complete {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  record Refused(Reason because) implements Parameters {}

  /**
   * What a shipment is given that goes to some environments, with what it follows.
   *
   * @param sealed what there is in each of them for parameters of type secret
   */
  static Parameters of(
      World world,
      ApplicationDefinition definition,
      Map<String, String> said,
      List<EnvironmentName> travel,
      Function<EnvironmentName, SealingState> sealed) {
    if (definition.parameters().isEmpty()) {
      return new Complete(new TreeMap<>(said));
    }
    List<ParameterDefinition> declared = definition.parameters().orElseThrow();
    Map<String, String> given = Followed.with(world, definition, said);
    return unknown(definition, declared, given)
        .or(() ->
            declared.stream()
                .flatMap(one -> refusal(one, given, travel, sealed).stream())
                .findFirst())
        .<Parameters>map(Refused::new)
        .orElseGet(() -> new Complete(values(declared, given)));
  }

  /** What they are as far as is known, whether that is all that is needed or not. */
  static SortedMap<String, String> known(
      World world, ApplicationDefinition definition, Map<String, String> given) {
    return values(
        definition.parameters().orElseGet(List::of), Followed.with(world, definition, given));
  }

  private static Optional<Reason> unknown(
      ApplicationDefinition definition,
      List<ParameterDefinition> declared,
      Map<String, String> given) {
    return given.keySet().stream()
        .filter(name -> declared.stream().noneMatch(one -> one.name().equals(name)))
        .findFirst()
        .map(name ->
            new Reason(
                "parameter-unknown",
                "%s has no parameter %s. It has %s."
                    .formatted(
                        definition.name(),
                        name,
                        declared.stream()
                            .map(ParameterDefinition::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static Optional<Reason> refusal(
      ParameterDefinition one,
      Map<String, String> given,
      List<EnvironmentName> travel,
      Function<EnvironmentName, SealingState> sealed) {
    Optional<String> value = value(one, given);
    if (value.isEmpty() && one.follows().isPresent()) {
      return Optional.of(notRead(one, one.follows().orElseThrow()));
    }
    return value.isEmpty()
        ? Optional.of(
            new Reason(
                "parameter-missing",
                "Parameter %s, %s, has to be given: --param %s=%s."
                    .formatted(one.name(), one.type().word(), one.name(), wanted(one.type()))))
        : one.type()
            .demand(value.orElseThrow())
            .map(demand ->
                new Reason("parameter-invalid", "Parameter %s %s.".formatted(one.name(), demand)))
            .or(() -> absent(one, value.orElseThrow(), travel, sealed));
  }

  private static Reason notRead(ParameterDefinition one, ImageSource source) {
    return new Reason(
        "image-not-read",
        "Parameter %s follows %s, which was not read yet. Look whether it is there and may be read, or give an image: --param %s=IMAGE."
            .formatted(one.name(), source, one.name()));
  }

  private static String wanted(ParameterType type) {
    return type instanceof ParameterType.Secret ? "NAME" : "VALUE";
  }

  private static Optional<Reason> absent(
      ParameterDefinition one,
      String value,
      List<EnvironmentName> travel,
      Function<EnvironmentName, SealingState> sealed) {
    return one.type() instanceof ParameterType.Secret
        ? SecretChoice.of(value)
            .flatMap(choice -> SecretParameters.missing(one, choice, travel, sealed))
        : Optional.empty();
  }

  private static SortedMap<String, String> values(
      List<ParameterDefinition> declared, Map<String, String> given) {
    SortedMap<String, String> values = new TreeMap<>();
    declared.forEach(one -> value(one, given).ifPresent(value -> values.put(one.name(), value)));
    return values;
  }

  private static Optional<String> value(ParameterDefinition one, Map<String, String> given) {
    return Optional.ofNullable(given.get(one.name())).or(one::fallback);
  }
}
