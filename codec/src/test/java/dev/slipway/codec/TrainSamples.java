package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;

import dev.slipway.model.Remark;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.FailurePassed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written of releases that run as a train. */
final class TrainSamples {

  static final List<Entry> ENTRIES =
      List.of(
          new FailurePassed(
              Samples.DELIVERY, Optional.of(new Remark("It was the network.")), ALICE));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "command-received-pass-failure",
          new CommandReceived(
              ALICE, "key 5", new Command.PassFailure(Samples.DELIVERY, Optional.empty())),
          "environment-declared-train",
          new EnvironmentDeclared(Samples.GUARDED.with(QueuePolicy.TRAIN), new Origin.Implied()));

  private TrainSamples() {}
}
