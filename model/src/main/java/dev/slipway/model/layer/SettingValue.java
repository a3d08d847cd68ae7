package dev.slipway.model.layer;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.StrategyDefinition;
import java.time.Duration;

/** What a document gives a service under a name. The name decides which kind it is. */
public sealed interface SettingValue {

  /** So many; of memory, mebibytes. */
  record Amount(long number) implements SettingValue {}

  record Time(Duration span) implements SettingValue {}

  record Wording(String text) implements SettingValue {}

  record Way(StrategyDefinition strategy) implements SettingValue {}

  /** Where a secret is found; never its value. */
  record Secret(SecretReference reference) implements SettingValue {}
}
