package dev.slipway.simulator.people;

import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Sha;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Program;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Those who test what is pushed, and tell late, twice, in any order or never, and sometimes change
 * their minds; and whoever says which of their checks have to be green, and how long what is new
 * has to be healthy.
 */
public final class Builders implements Townsfolk {

  private static final EnvironmentName GUARDED = new EnvironmentName("staging");
  private static final CheckName BUILD = new CheckName("ci/build");
  private static final CheckName LINT = new CheckName("Lint (fast)");
  private static final Duration BAKE = Duration.ofSeconds(45);
  private static final Duration DEADLINE = Duration.ofMinutes(4);
  private static final Duration SILENT_AFTER = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(40);

  private final Town town;
  private final Kernel kernel;
  private int told;

  public Builders(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(new Happening("checks-asked", 2, this::decree));
  }

  /** Nobody asks any more. */
  @Override
  public void relent() {
    decree(GuardrailPolicy.NONE);
  }

  /** A commit is tested by both. */
  void test(Program program, int commit) {
    test(program.sha(commit), program, BUILD);
    test(program.sha(commit), program, LINT);
  }

  private void test(Sha commit, Program program, CheckName name) {
    Instant begun = kernel.instant();
    tell(commit, program, name, CheckState.PENDING, begun);
    if (kernel.chance(90)) {
      CheckState end = kernel.chance(75) ? CheckState.SUCCESS : CheckState.FAILURE;
      tell(commit, program, name, end, begun.plusMillis(1));
    }
    if (kernel.chance(25)) {
      CheckState again = kernel.chance(50) ? CheckState.SUCCESS : CheckState.ERROR;
      tell(commit, program, name, again, begun.plusMillis(2));
    }
  }

  /** It is kept where checks are kept, or reported, at some time. */
  private void tell(Sha commit, Program program, CheckName name, CheckState state, Instant at) {
    if (town.source.checks().reads(program.url())) {
      kernel.within(Life.OUTSIDE, AT_ONCE, () -> keep(commit, program, name, state, at));
    } else {
      report(commit, program, name, state, at);
    }
  }

  /** A webhook may tell of it, or is lost; somebody may say so too, although nobody asked them. */
  private void keep(Sha commit, Program program, CheckName name, CheckState state, Instant at) {
    town.source.checks().say(commit, name, state, at);
    town.trace.add("%s of %s is %s".formatted(name, commit.abbreviated(), state));
    if (kernel.chance(60)) {
      told++;
      String key = "check-" + told;
      town.hooks.send(key, Bytes.ofUtf8(key), new Event.ChecksHinted(program.url(), commit));
    }
    if (kernel.chance(10)) {
      report(commit, program, name, CheckState.SUCCESS, at);
    }
  }

  /** It arrives some time, perhaps twice. */
  private void report(Sha commit, Program program, CheckName name, CheckState state, Instant at) {
    Command report =
        new Command.ReportCheck(
            program.name(),
            commit,
            name,
            state,
            Optional.empty(),
            Optional.empty(),
            Optional.of(at));
    kernel.within(Life.OUTSIDE, AT_ONCE, () -> town.clients.wish(report));
    if (kernel.chance(20)) {
      kernel.within(Life.OUTSIDE, AT_ONCE, () -> town.clients.wish(report));
    }
  }

  /**
   * One is required and the other would be nice, or nobody asks; a schema has to be there, or need
   * not; both before the start, or before something else; people are asked too, or are not, and the
   * Git host in some towns; and it bakes, or does not.
   */
  private void decree() {
    GuardrailPolicy checked =
        kernel.chance(60)
            ? GuardrailPolicy.NONE.with(
                new ChecksPolicy(List.of(BUILD), List.of(LINT), DEADLINE, somewhere(kernel)))
            : GuardrailPolicy.NONE;
    GuardrailPolicy needing =
        kernel.chance(40) ? checked.needing(List.of(Keepers.needed(kernel))) : checked;
    GuardrailPolicy asking = town.source.deployments().decreed().map(needing::with).orElse(needing);
    GuardrailPolicy approved =
        kernel.chance(25) ? asking.with(List.of(Approvers.anybody())) : asking;
    decree(kernel.chance(70) ? approved.baking(BAKE) : approved);
  }

  /** Where something is judged; most say nothing of it. */
  static Optional<Juncture> somewhere(Kernel kernel) {
    Juncture[] all = Juncture.values();
    return kernel.chance(50)
        ? Optional.empty()
        : Optional.of(all[kernel.random().nextInt(all.length)]);
  }

  private void decree(GuardrailPolicy policy) {
    town.declare(
        new EnvironmentDefinition(
            GUARDED,
            new TreeMap<>(),
            false,
            SILENT_AFTER,
            false,
            Optional.empty(),
            Optional.of(policy).filter(it -> !it.equals(GuardrailPolicy.NONE)),
            Optional.empty()));
  }
}
