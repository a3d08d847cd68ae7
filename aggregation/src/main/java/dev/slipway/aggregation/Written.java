package dev.slipway.aggregation;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.time.Duration;

/** Values as people write them in documents. */
public final class Written {

  private static final long MEBIBYTES_PER_GIBIBYTE = 1024;

  private Written() {}

  public static String of(SettingName name, SettingValue value) {
    return switch (value) {
      case SettingValue.Amount(long number) ->
          name.equals(SettingName.MEMORY) ? memory(number) : Long.toString(number);
      case SettingValue.Time(Duration span) -> time(span);
      case SettingValue.Wording(String text) -> text;
      case SettingValue.Way(StrategyDefinition strategy) -> strategy(strategy);
      case SettingValue.Secret(SecretReference reference) -> reference.words();
    };
  }

  private static String memory(long mebibytes) {
    return mebibytes % MEBIBYTES_PER_GIBIBYTE == 0
        ? mebibytes / MEBIBYTES_PER_GIBIBYTE + "g"
        : mebibytes + "m";
  }

  /** Such as {@code 1h30m}. */
  private static String time(Duration span) {
    return span.isZero()
        ? "0s"
        : part(span.toHours(), "h")
            + part(span.toMinutesPart(), "m")
            + part(span.toSecondsPart(), "s");
  }

  private static String part(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }

  private static String strategy(StrategyDefinition strategy) {
    return strategy.word()
        + switch (strategy) {
          case StrategyDefinition.Recreate _ -> "";
          case StrategyDefinition.Rolling rolling ->
              draining(rolling.drain())
                  + rolling.batch().map(batch -> ", " + batch.written() + " at a time").orElse("");
          case StrategyDefinition.BlueGreen(Duration drain, boolean standby) ->
              draining(drain) + (standby ? ", the old one on standby" : "");
          case StrategyDefinition.Canary canary ->
              draining(canary.drain()) + steps(canary.steps().size());
          case StrategyDefinition.Highlander(Duration drain) -> draining(drain);
          case StrategyDefinition.InPlace(int failures) ->
              switch (failures) {
                case 0 -> "";
                case 1 -> ", one target may fail";
                default -> ", %d targets may fail".formatted(failures);
              };
          case StrategyDefinition.Custom custom ->
              draining(custom.drain()) + steps(custom.steps().size());
        };
  }

  private static String steps(int count) {
    return count == 1 ? ", in one step" : ", in %d steps".formatted(count);
  }

  private static String draining(Duration drain) {
    return drain.equals(StrategyDefinition.DRAIN) ? "" : ", draining " + time(drain);
  }
}
