package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import java.util.Map;
import java.util.Optional;

/** What becomes of what runs of an application that was removed. */
final class RemovalSamples {

  private static final EnvironmentName STAGING = new EnvironmentName("staging");

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "command-received-stop-removed",
          new CommandReceived(
              ALICE,
              "key 1",
              new Command.StopRemoved(
                  new Placement(new ApplicationName("shop"), STAGING), Optional.of(STAGING))));

  private RemovalSamples() {}
}
