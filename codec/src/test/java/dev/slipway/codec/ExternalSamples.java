package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.PLACE;
import static dev.slipway.codec.Samples.SHA;

import dev.slipway.model.Link;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.external.ExternalDeployment;
import dev.slipway.model.external.ExternalOutcome;
import dev.slipway.model.external.ExternalReport;
import dev.slipway.model.external.ExternalRun;
import dev.slipway.model.external.RunId;
import dev.slipway.model.external.ToolName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other tools deployed. */
final class ExternalSamples {

  private static final ExternalRun RUN =
      new ExternalRun(new ToolName("jenkins"), new RunId("deploy-prod/4711"));

  static final List<Entry> ENTRIES =
      List.of(
          new ExternalRecorded(
              new ExternalDeployment(
                  PLACE,
                  SHA,
                  RUN,
                  ExternalOutcome.SUCCEEDED,
                  Optional.of(NOON.minusSeconds(90)),
                  NOON,
                  Optional.of(new Link("https://jenkins.example/job/deploy/4711"))),
              ALICE));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "external-recorded-shortly",
          new ExternalRecorded(
              new ExternalDeployment(
                  PLACE,
                  SHA,
                  RUN,
                  ExternalOutcome.FAILED,
                  Optional.empty(),
                  NOON,
                  Optional.empty()),
              ALICE),
          "command-received-external",
          new CommandReceived(
              ALICE,
              "key 1",
              new Command.RecordExternal(
                  new ExternalReport(
                      PLACE,
                      SHA,
                      RUN,
                      ExternalOutcome.SUCCEEDED,
                      Optional.empty(),
                      Optional.of(NOON),
                      Optional.empty()))));

  private ExternalSamples() {}
}
