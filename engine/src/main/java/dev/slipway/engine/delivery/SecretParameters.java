package dev.slipway.engine.delivery;

import dev.slipway.engine.fold.SealingState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.SecretChoice;
import dev.slipway.model.state.PinnedSecret;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parameters of type secret name what is sealed in the environments that a shipment goes to. Which
 * version that is in each of them is settled when the shipment is made, as all that it will use is.
 */
public final class SecretParameters {

  private SecretParameters() {}

  /** Whether an application is given any. */
  public static boolean areIn(ApplicationDefinition definition) {
    return declared(definition).findAny().isPresent();
  }

  /** The shipment with a version for each of them and each environment where there is one. */
  public static Shipment pinned(Shipment shipment, Function<EnvironmentName, SealingState> sealed) {
    return shipment.with(
        declared(shipment.definition())
            .flatMap(one ->
                Optional.ofNullable(shipment.parameters().get(one.name()))
                    .flatMap(SecretChoice::of)
                    .stream()
                    .flatMap(choice -> pinned(one, choice, shipment.travel(), sealed)))
            .toList());
  }

  private static Stream<PinnedSecret> pinned(
      ParameterDefinition one,
      SecretChoice choice,
      List<EnvironmentName> travel,
      Function<EnvironmentName, SealingState> sealed) {
    return travel.stream()
        .flatMap(environment ->
            version(choice, sealed.apply(environment)).stream()
                .map(version -> new PinnedSecret(environment, one.name(), choice.name(), version)));
  }

  /** Why one cannot be what it is said to be; empty when each environment has that. */
  static Optional<Reason> missing(
      ParameterDefinition one,
      SecretChoice choice,
      List<EnvironmentName> travel,
      Function<EnvironmentName, SealingState> sealed) {
    List<EnvironmentName> without =
        travel.stream()
            .filter(environment -> version(choice, sealed.apply(environment)).isEmpty())
            .toList();
    return Optional.of(without)
        .filter(some -> !some.isEmpty())
        .map(some ->
            new Reason(
                "parameter-secret-missing",
                "Parameter %s: %s%s is not sealed in %s. Set it there first: %s."
                    .formatted(
                        one.name(),
                        choice.version().map("version %d of "::formatted).orElse(""),
                        choice.name(),
                        some.stream()
                            .map(EnvironmentName::value)
                            .collect(Collectors.joining(" and ")),
                        some.stream()
                            .map(environment ->
                                "slipway secret set %s %s".formatted(environment, choice.name()))
                            .collect(Collectors.joining(", ")))));
  }

  private static Optional<Integer> version(SecretChoice choice, SealingState sealing) {
    SealingState.Versions there = sealing.versions(choice.name());
    return choice
        .version()
        .or(there::newestKept)
        .filter(version -> there.sealed().containsKey(version));
  }

  private static Stream<ParameterDefinition> declared(ApplicationDefinition definition) {
    return definition.parameters().stream()
        .flatMap(List::stream)
        .filter(one -> one.type() instanceof ParameterType.Secret);
  }
}
