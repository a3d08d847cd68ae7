package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;

import dev.slipway.model.ActorId;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetRemovalAsked;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came when targets could be paused and removed. */
final class TargetSamples {

  private static final TargetId TARGET = Samples.SLOT.target();
  private static final ActorId AGENT = new ActorId("agent-1");
  private static final Remark DISK = new Remark("Its disk is replaced.");

  static final List<Entry> ENTRIES =
      List.of(
          new TargetPaused(TARGET, DISK, ALICE),
          new TargetResumed(TARGET, Optional.empty(), ALICE),
          new TargetRemovalAsked(TARGET, ALICE, new ActorId("p-1")),
          new TargetRemoved(TARGET, Optional.of(AGENT), ALICE));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "target-resumed-agent",
          new TargetResumed(TARGET, Optional.of(AGENT), ALICE),
          "command-received-pause-target",
          new CommandReceived(ALICE, "key 1", new Command.PauseTarget(TARGET, DISK)),
          "command-received-resume-target",
          new CommandReceived(ALICE, "key 2", new Command.ResumeTarget(TARGET)),
          "command-received-remove-target",
          new CommandReceived(ALICE, "key 3", new Command.RemoveTarget(TARGET)));

  private TargetSamples() {}
}
