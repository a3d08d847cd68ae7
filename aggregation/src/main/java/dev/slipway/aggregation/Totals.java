package dev.slipway.aggregation;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.Map;
import java.util.Optional;

/** Sums over all that an overlay is for in one environment. */
public final class Totals {

  private Totals() {}

  /**
   * Why a sum is too large; empty when it is not.
   *
   * @param applications those that the overlay is for, each as it comes to there
   */
  public static Optional<Reason> broken(
      Revision<OverlayDefinition> overlay,
      Bound.Total total,
      EnvironmentName environment,
      Map<ApplicationName, Compiled> applications) {
    Reach reach = overlay.definition().reach();
    long sum =
        applications.values().stream()
            .flatMap(compiled -> compiled.services().stream())
            .filter(service -> Reaches.reaches(reach, service.definition().name()))
            .mapToLong(service -> amount(service, total.name()))
            .sum();
    return sum <= total.most()
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "beyond-total",
                "%s of %s in %s come to %d at each target; %s allows %s."
                    .formatted(
                        total.name(),
                        applications.size() == 1
                            ? "one application"
                            : applications.size() + " applications",
                        environment,
                        sum,
                        overlay.at(total.line()),
                        Wording.allowed(total))));
  }

  private static long amount(CompiledService service, SettingName name) {
    return service.values().stream()
        .filter(value -> value.name().equals(name))
        .map(value -> value.word().value())
        .mapToLong(value -> value instanceof SettingValue.Amount(long number) ? number : 0)
        .sum();
  }
}
