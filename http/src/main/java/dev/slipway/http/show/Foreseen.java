package dev.slipway.http.show;

import dev.slipway.loop.door.Commits.Told;
import dev.slipway.model.TargetName;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.views.difference.StateDifference;
import dev.slipway.wire.GuardrailVerdict;
import dev.slipway.wire.Meaning;
import dev.slipway.wire.PreviewStop;
import dev.slipway.wire.PreviewVerdict;
import java.util.List;
import java.util.Optional;

/** What would become of a commit. */
public final class Foreseen {

  private Foreseen() {}

  /** The commits that come, and those that go. */
  public record Commits(Told brings, Told takesBack) {}

  public static PreviewStop stop(Outlook.Stop stop) {
    return stop(stop, Optional.empty());
  }

  public static PreviewStop stop(Outlook.Stop stop, Commits commits) {
    return stop(stop, Optional.of(commits));
  }

  private static PreviewStop stop(Outlook.Stop stop, Optional<Commits> commits) {
    List<String> targets = stop.targets().stream().map(TargetName::value).toList();
    return switch (stop.finding()) {
      case Finding.Refused(var because, int more) ->
          new PreviewStop(
              stop.at().environment().value(),
              stop.inForce().map(Differing::compared),
              Optional.empty(),
              because.stream().findFirst().map(Shown::reason),
              because.stream().skip(1).map(Shown::reason).toList(),
              more,
              Optional.empty(),
              targets,
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty());
      case Finding.Deliverable it ->
          new PreviewStop(
              stop.at().environment().value(),
              stop.inForce().map(Differing::compared),
              Optional.of(
                  new Meaning(
                      it.change().sha().value(), it.change().ref().map(ref -> ref.value()))),
              Optional.empty(),
              List.of(),
              0,
              it.behind().map(Shown::reason),
              targets,
              StateDifference.between(stop.inForce().map(Delivery::state), it.state()).stream()
                  .map(Differing::service)
                  .toList(),
              it.verdicts().stream().map(Foreseen::verdict).toList(),
              it.destroys().stream().map(Shown::reason).toList(),
              commits.map(Commits::brings).map(Differing::commits),
              commits.map(Commits::takesBack).map(Differing::commits));
    };
  }

  private static PreviewVerdict verdict(Outlook.Verdict verdict) {
    return new PreviewVerdict(
        verdict.guardrail().value(),
        GuardrailVerdict.valueOf(verdict.verdict().name()),
        Shown.reason(verdict.because()));
  }
}
