package dev.slipway.agent;

import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What orders of paper ask for. */
final class PaperOrders {

  private static final Digest ARCHIVE = Digest.ofHex("a".repeat(64));

  private PaperOrders() {}

  /** One service. */
  static Wanted present(Workload workload) {
    return new Wanted.Present(state(workload));
  }

  /** One service, and a job on top of it. */
  static Wanted effect(Workload kept, Workload job) {
    return new Wanted.Effect(state(kept), release("migrate", job));
  }

  private static DesiredState state(Workload workload) {
    DesiredRelease only =
        new DesiredRelease(release("web", workload), 100, 1, DesiredRelease.Part.ACTIVE);
    return new DesiredState(List.of(new DesiredService(new ServiceName("web"), List.of(only))));
  }

  private static Release release(String name, Workload workload) {
    return new Release(
        new ServiceName(name),
        new Artifact.CommitArchive(
            new RepositoryUrl("https://git.example/shop.git"), new Sha("b".repeat(40)), ARCHIVE),
        workload,
        Optional.empty(),
        new TreeMap<>(),
        Timeouts.STANDARD);
  }
}
