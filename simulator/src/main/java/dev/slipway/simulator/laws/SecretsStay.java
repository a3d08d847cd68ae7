package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.simulator.Safe;
import java.util.List;

/** Law 55: the value of a secret leaves its target in nothing that the target tells. */
final class SecretsStay implements Law {

  @Override
  public String name() {
    return "law-55";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ReportReceived e when e.report().toString().contains(Safe.CANARY) ->
          List.of("a secret is told at %s".formatted(recorded.position()));
      case Entry _ -> List.of();
    };
  }
}
