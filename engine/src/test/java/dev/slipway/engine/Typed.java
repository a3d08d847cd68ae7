package dev.slipway.engine;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Placement;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Sha;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.LockId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** What somebody means who types a line that was printed. */
final class Typed {

  private Typed() {}

  static Command command(String line) {
    List<String> words = List.of(line.split(" ", -1));
    return switch (words.get(1)) {
      case "unlock" -> new Command.ReleaseLock(new LockId(words.get(2)));
      case "approve" -> new Command.Approve(delivery(words.get(2)), new Digest(words.get(4)));
      case "group" -> new Command.AddMember(new GroupName(words.get(3)), new ActorId(words.get(4)));
      case "resource" ->
          new Command.TellResource(
              new ResourceName(words.get(3)),
              Optional.of(new EnvironmentName(words.get(7))),
              new ResourceVersion(words.get(5)));
      case "queue" ->
          words.get(2).equals("go-on")
              ? new Command.PassFailure(delivery(words.get(3)), Optional.empty())
              : new Command.PassLimit(delivery(words.get(3)), Optional.empty());
      case "rollback" ->
          new Command.Rollback(
              placement(words.get(2)), Optional.empty(), Optional.empty(), Optional.empty());
      case "settle" ->
          new Command.Settle(
              delivery(words.get(2)), new TargetName(words.get(4)), verdict(words.get(5)));
      case "resume" ->
          new Command.Resume(placement(words.get(2)), words.stream().skip(4).findFirst());
      case "target" -> {
        TargetId target =
            new TargetId(new EnvironmentName(words.get(3)), new TargetName(words.get(4)));
        yield new Command.EnrolAgent(Given.agentOf(target), target, Fixtures.key());
      }
      case "check" ->
          new Command.ReportCheck(
              new ApplicationName(words.get(2)),
              new Sha(words.get(4)),
              new CheckName(words.get(6)),
              CheckState.valueOf(words.get(8).toUpperCase(Locale.ROOT)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case "deploy" ->
          new Command.Deploy(
              new ApplicationName(words.get(2)),
              new EnvironmentName(words.get(4)),
              words.stream().skip(6).findFirst(),
              words.contains("--force"),
              new TreeMap<>(),
              words.contains("--confirm")
                  ? Optional.of(new EnvironmentName(words.getLast()))
                  : Optional.empty());
      default -> throw new AssertionError("Nobody knows what this means: " + line);
    };
  }

  private static DeliveryId delivery(String text) {
    String[] parts = text.split("#", -1);
    return new DeliveryId(placement(parts[0]), Integer.parseInt(parts[1]));
  }

  private static Placement placement(String text) {
    String[] parts = text.split("/", -1);
    return new Placement(new ApplicationName(parts[0]), new EnvironmentName(parts[1]));
  }

  private static Verdict verdict(String option) {
    return Verdict.valueOf(option.substring(2).toUpperCase(Locale.ROOT));
  }
}
