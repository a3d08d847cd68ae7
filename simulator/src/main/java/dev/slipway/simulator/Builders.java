package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import java.nio.charset.StandardCharsets;
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
final class Builders {

  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final EnvironmentName GUARDED = new EnvironmentName("staging");
  private static final CheckName BUILD = new CheckName("ci/build");
  private static final CheckName LINT = new CheckName("Lint (fast)");
  private static final Duration BAKE = Duration.ofSeconds(45);
  private static final Duration DEADLINE = Duration.ofMinutes(4);
  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);
  private static final Duration AT_ONCE = Duration.ofSeconds(40);

  private final Kernel kernel;
  private final Server server;
  private final People people;

  Builders(Kernel kernel, Server server, People people) {
    this.kernel = kernel;
    this.server = server;
    this.people = people;
  }

  /** A commit is tested by both. */
  void test(int commit) {
    test(commit, BUILD);
    test(commit, LINT);
  }

  private void test(int commit, CheckName name) {
    Instant begun = kernel.instant();
    tell(commit, name, CheckState.PENDING, begun);
    if (kernel.chance(90)) {
      CheckState end = kernel.chance(75) ? CheckState.SUCCESS : CheckState.FAILURE;
      tell(commit, name, end, begun.plusMillis(1));
    }
    if (kernel.chance(25)) {
      CheckState again = kernel.chance(50) ? CheckState.SUCCESS : CheckState.ERROR;
      tell(commit, name, again, begun.plusMillis(2));
    }
  }

  /** It arrives some time, perhaps twice. */
  private void tell(int commit, CheckName name, CheckState state, Instant at) {
    Command report =
        new Command.ReportCheck(
            SHOP,
            SourceControl.sha(commit),
            name,
            state,
            Optional.empty(),
            Optional.empty(),
            Optional.of(at));
    kernel.within(Life.OUTSIDE, AT_ONCE, () -> people.wish(report));
    if (kernel.chance(20)) {
      kernel.within(Life.OUTSIDE, AT_ONCE, () -> people.wish(report));
    }
  }

  /** One is required and the other would be nice, or nobody asks; and it bakes, or does not. */
  void decree() {
    GuardrailPolicy checked =
        kernel.chance(60)
            ? GuardrailPolicy.NONE.with(new ChecksPolicy(List.of(BUILD), List.of(LINT), DEADLINE))
            : GuardrailPolicy.NONE;
    decree(kernel.chance(70) ? checked.baking(BAKE) : checked);
  }

  /** Nobody asks any more. */
  void relent() {
    decree(GuardrailPolicy.NONE);
  }

  private void decree(GuardrailPolicy policy) {
    EnvironmentDefinition definition =
        new EnvironmentDefinition(
            GUARDED,
            new TreeMap<>(),
            false,
            SILENT_AFTER,
            false,
            Optional.empty(),
            Optional.of(policy).filter(it -> !it.equals(GuardrailPolicy.NONE)),
            Optional.empty());
    Digest digest = Digests.sha256(definition.toString().getBytes(StandardCharsets.UTF_8));
    if (world().filter(it -> it.declared().environment(GUARDED).isPresent()).isPresent()) {
      people.wish(
          new Command.Apply(List.of(new Command.Document.OfEnvironment(definition, digest))));
    }
  }

  private Optional<World> world() {
    return server.present().map(alive -> alive.loop().memory().world(Organisation.MAIN));
  }
}
