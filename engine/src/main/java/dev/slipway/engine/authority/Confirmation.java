package dev.slipway.engine.authority;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person sends into a protected environment names that environment once more, so that nobody
 * means another one. What ends something there, or says what became of it, needs none: it has to be
 * quick, and brings nothing new. Judged by the environment as it is declared now.
 */
public final class Confirmation {

  private Confirmation() {}

  /** Why a command is not confirmed as it has to be; empty when it is. */
  public static Optional<Reason> refusal(Deliberation d, Command command) {
    return switch (command) {
      case Command.Deploy c -> refusal(d, c.environment(), c.confirmed());
      case Command.Rollback c -> refusal(d, c.placement().environment(), c.confirmed());
      case Command.StopRemoved c -> refusal(d, c.placement().environment(), c.confirmed());
      case Command.Ship c -> all(d, c);
      case Command.RollbackSet c ->
          d.world()
              .sets()
              .of(c.set())
              .flatMap(set -> set.meant(c.environment()))
              .flatMap(environment -> refusal(d, environment, c.confirmed()));
      case Command.CancelSet _,
          Command.Settle _,
          Command.Continue _,
          Command.Exclude _,
          Command.Cancel _,
          Command.CancelShipment _,
          Command.MoveQueued _,
          Command.RemoveQueued _,
          Command.PassLimit _,
          Command.Bypass _,
          Command.PassFailure _,
          Command.Pause _,
          Command.Resume _,
          Command.AddApplication _,
          Command.RemoveApplication _,
          Command.Apply _,
          Command.RevertOverlay _,
          Command.RevertPolicy _,
          Command.Campaigns _,
          Command.RemoveNotification _,
          Command.EnrolAgent _,
          Command.PauseTarget _,
          Command.ResumeTarget _,
          Command.RemoveTarget _,
          Command.Approve _,
          Command.Reject _,
          Command.SetLock _,
          Command.ReleaseLock _,
          Command.ReportCheck _,
          Command.RecordExternal _,
          Command.AddMember _,
          Command.RemoveMember _,
          Command.TellResource _,
          Command.Secrets _,
          Command.IssueToken _,
          Command.RevokeToken _,
          Command.Trusts _ ->
          Optional.empty();
    };
  }

  /** Each environment that is protected is named, and none that is not meant. */
  private static Optional<Reason> all(Deliberation d, Command.Ship ship) {
    Stream<Optional<Reason>> meant =
        ship.travel().stream()
            .map(stop -> refusal(d, stop, Optional.of(stop).filter(ship.confirmed()::contains)));
    Stream<Optional<Reason>> others =
        ship.confirmed().stream()
            .filter(named -> !ship.travel().contains(named))
            .map(named -> refusal(d, ship.travel().getFirst(), Optional.of(named)));
    return Stream.concat(others, meant).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Reason> refusal(
      Deliberation d, EnvironmentName environment, Optional<EnvironmentName> confirmed) {
    if (confirmed.isEmpty()) {
      return isProtected(d, environment)
          ? Optional.of(
              new Reason(
                  "confirmation-missing",
                  "%1$s is protected: whoever sends something there names it once more. Add --confirm %1$s."
                      .formatted(environment)))
          : Optional.empty();
    }
    EnvironmentName named = confirmed.orElseThrow();
    return named.equals(environment)
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "confirmation-wrong",
                "It goes to %1$s, and what was named to confirm it is %2$s. If %1$s is meant: --confirm %1$s."
                    .formatted(environment, named)));
  }

  /** What a printed command has to say besides, so that it is taken. */
  public static String option(Deliberation d, EnvironmentName environment) {
    return isProtected(d, environment) ? " --confirm " + environment : "";
  }

  /** Whether whoever sends something there by hand names it once more; so it is with a group. */
  public static boolean isProtected(Deliberation d, EnvironmentName environment) {
    return d.environment(environment)
        .map(EnvironmentState::definition)
        .or(() -> d.environmentGroup(environment).map(group -> group.definition().template()))
        .filter(Confirmation::isProtected)
        .isPresent();
  }

  /** Likewise, of one that is known. */
  public static boolean isProtected(EnvironmentDefinition environment) {
    return environment
        .protection()
        .map(protection ->
            switch (protection) {
              case CONFIRM -> true;
            })
        .orElse(false);
  }
}
