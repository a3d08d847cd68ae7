package dev.slipway.aggregation;

import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What values may be. */
final class Bounds {

  /** What has no bound where nobody sets one. */
  private static final Set<SettingName> ENDLESS =
      Set.of(SettingName.MEMORY, SettingName.OPEN_FILES, SettingName.PROCESSES);

  private Bounds() {}

  /** All limits of a service, but for sums. */
  static List<Binding> of(ServiceDefinition service, List<PinnedOverlay> overlays) {
    return overlays.stream()
        .flatMap(overlay ->
            overlay.revision().definition().limit().stream()
                .map(bound -> new Binding(overlay.revision(), bound)))
        .filter(binding -> !(binding.bound() instanceof Bound.Total))
        .filter(binding -> Fitting.fits(binding.bound().name(), service.workload()))
        .toList();
  }

  /** Whether a value is as a limit says; one that is not there binds nothing, as a rule. */
  static boolean allows(Bound bound, Optional<SettingValue> value) {
    return switch (bound) {
      case Bound.Range range ->
          value.isPresent()
              ? within(range, number(value.orElseThrow()))
              : range.most().isEmpty() || !ENDLESS.contains(range.name());
      case Bound.OneOf(SettingName _, List<String> words, int _) ->
          value.isEmpty() || words.contains(word(value.orElseThrow()));
      case Bound.Total _ -> true;
    };
  }

  private static boolean within(Bound.Range range, long number) {
    return range.least().filter(least -> number < number(least)).isEmpty()
        && range.most().filter(most -> number > number(most)).isEmpty();
  }

  /** Of what is no number, which no limit is set for by one. */
  private static long number(SettingValue value) {
    return switch (value) {
      case SettingValue.Amount amount -> amount.number();
      case SettingValue.Time time -> time.span().toMillis();
      case SettingValue.Wording _, SettingValue.Way _, SettingValue.Secret _ -> 0;
    };
  }

  private static String word(SettingValue value) {
    return switch (value) {
      case SettingValue.Wording wording -> wording.text();
      case SettingValue.Way way -> way.strategy().word();
      case SettingValue.Amount amount -> Long.toString(amount.number());
      case SettingValue.Time time -> Long.toString(time.span().toMillis());
      case SettingValue.Secret secret -> secret.reference().words();
    };
  }
}
