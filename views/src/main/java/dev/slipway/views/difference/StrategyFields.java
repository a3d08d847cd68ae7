package dev.slipway.views.difference;

import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How one release follows another, as fields that are called and written as in documents. */
final class StrategyFields {

  private static final String DRAIN = "strategy.drain";

  private final Map<String, Object> fields = new TreeMap<>();

  private StrategyFields(String name) {
    fields.put("strategy", name);
  }

  static Map<String, Object> of(StrategyDefinition strategy) {
    return switch (strategy) {
      case StrategyDefinition.Recreate _ -> new StrategyFields("recreate").fields;
      case StrategyDefinition.Rolling rolling -> {
        StrategyFields all = new StrategyFields("rolling").with(DRAIN, Written.of(rolling.drain()));
        rolling.batch().ifPresent(batch -> all.with("strategy.batch", batch.written()));
        yield all.fields;
      }
      case StrategyDefinition.BlueGreen blueGreen ->
          new StrategyFields("blue-green")
              .with(DRAIN, Written.of(blueGreen.drain()))
              .with("strategy.standby", blueGreen.standby())
              .fields;
      case StrategyDefinition.Canary canary ->
          new StrategyFields("canary")
              .with(DRAIN, Written.of(canary.drain()))
              .with(canary.steps())
              .fields;
      case StrategyDefinition.Highlander highlander ->
          new StrategyFields("highlander").with(DRAIN, Written.of(highlander.drain())).fields;
      case StrategyDefinition.InPlace inPlace ->
          new StrategyFields("in-place").with("strategy.failures", inPlace.failures()).fields;
      case StrategyDefinition.Custom custom ->
          new StrategyFields("custom")
              .with(DRAIN, Written.of(custom.drain()))
              .with(custom.steps())
              .fields;
    };
  }

  private StrategyFields with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  private StrategyFields with(List<Stage> steps) {
    int n = 0;
    for (Stage step : steps) {
      n++;
      String before = "strategy.steps.%d.".formatted(n);
      with(before + "weight", step.weight());
      step.replicas().ifPresent(it -> with(before + "replicas", it));
      step.old().ifPresent(it -> with(before + "old", it));
      step.stay().time().ifPresent(it -> with(before + "for", Written.of(it)));
      step.stay().decision().ifPresent(it -> decision(before + "decision.", it));
    }
    return this;
  }

  private void decision(String before, Stay.Decision decision) {
    with(before + "within", Written.of(decision.within()));
    with(before + "otherwise", decision.otherwise().name().toLowerCase(Locale.ROOT));
  }
}
