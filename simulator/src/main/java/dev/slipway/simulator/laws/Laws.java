package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Organisation;
import dev.slipway.model.entry.Recorded;
import dev.slipway.outlet.Telling;
import dev.slipway.simulator.CheckHost;
import dev.slipway.simulator.DeploymentHost;
import dev.slipway.simulator.ImageHost;
import dev.slipway.simulator.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** All laws, over a fold of their own. */
public final class Laws {

  private static final int VIOLATIONS_MAX = 20;

  private final List<Law> laws =
      List.of(
          new DurableBeforeTold(),
          new OnceOnly(),
          new NewestHead(),
          new NeverBackwards(),
          new FencesRise(),
          new StepsOnce(),
          new KeptForTheWayBack(),
          new Pinned(),
          new AsSaid(),
          new OneAtATime(),
          new FewReleases(),
          new LockedWaits(),
          new PoliciesHold(),
          new EndedByWish(),
          new NothingLeftBehind(),
          new ListedTransitions(),
          new CancelledIsOver(),
          new VerdictBeforeOrder(),
          new PausedRests(),
          new RestingTargets(),
          new Newcomers(),
          new SecretsStay(),
          new HeldStaysAway(),
          new ApprovedByOthers(),
          new GreenBeforeStart(),
          new ReadBack(),
          new AskedFirst(),
          new ImagesFollowed(),
          new RecordedOnce(),
          new PassedByOwners(),
          new NamedOnceMore(),
          new OutsideFirst(),
          new QueueInOrder(),
          new WaveAfterWave(),
          new RoomKept(),
          new DependenciesFirst(),
          new BakedBeforeSettled(),
          new OnceAndAbove(),
          new OneSet(),
          new InStep(),
          new SettledByAll(),
          new Chained(),
          new IntentFirst(),
          new SameFold(),
          new RestsForAReason(),
          new OneTime(),
          new SpeaksAsOne(),
          new FormatAgreed(),
          new WordSentOut());
  private final List<Violation> violations = new ArrayList<>();
  private Instant written = Instant.EPOCH;
  private World world = World.empty(Organisation.MAIN);

  /** A law, and what is against it. */
  public record Violation(String law, String what) {}

  /** The world as the laws fold it. */
  public World world() {
    return world;
  }

  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  public void after(Recorded recorded) {
    world = world.with(recorded);
    written = recorded.at();
    hold(law -> law.after(world, recorded));
  }

  public void after(Machine.Done done) {
    hold(law -> law.after(world, done));
  }

  public void after(Authored authored) {
    hold(law -> law.after(world, authored));
  }

  public void after(CheckHost.Said told) {
    hold(law -> law.after(world, told));
  }

  public void after(ImageHost.Said told) {
    hold(law -> law.after(world, told));
  }

  public void after(DeploymentHost.Said told) {
    hold(law -> law.after(world, told));
  }

  public void after(Telling telling) {
    hold(law -> law.after(world, telling));
  }

  public void meanwhile(Standing standing) {
    hold(law -> law.meanwhile(world, standing));
  }

  /** Decisions go by the ledger's time where that is later than the clock's. */
  public void atRest(Instant clock) {
    Instant now = clock.isBefore(written) ? written : clock;
    hold(law -> law.atRest(world, now));
  }

  public void atTheEnd(Ending ending) {
    hold(law -> law.atTheEnd(ending));
  }

  private void hold(Function<Law, List<String>> question) {
    for (Law law : laws) {
      for (String what : question.apply(law)) {
        if (violations.size() < VIOLATIONS_MAX) {
          violations.add(new Violation(law.name(), what));
        }
      }
    }
  }
}
