package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.util.stream.Stream;

/**
 * Who of a rollout has an order and has said nothing of it for too long. Whatever is concluded from
 * that holds only if the ledger has no report of theirs that was not read yet.
 */
public final class Silence {

  private Silence() {}

  /** Guards what is concluded from the silence of any member, of a job or of an order. */
  public static void reliedOn(Deliberation d, RolloutState rollout, Jobs jobs) {
    EnvironmentName here = rollout.delivery().id().placement().environment();
    silent(d, rollout, jobs).forEach(member -> d.relyOnSilence(new TargetId(here, member)));
  }

  private static Stream<TargetName> silent(Deliberation d, RolloutState rollout, Jobs jobs) {
    return Stream.concat(
        rollout.members().values().stream()
            .filter(member -> member.isSilentAt(d.now()))
            .map(MemberState::target),
        rollout.jobs().stream()
            .flatMap(job -> jobs.of(job).stream())
            .filter(run -> run.isSilentAt(d.now()))
            .map(JobRun::target));
  }
}
