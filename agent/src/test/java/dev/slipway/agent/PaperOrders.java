package dev.slipway.agent;

import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.Map;
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

  /** One service that refers to a secret. */
  static Wanted secretive(Workload workload) {
    return new Wanted.Present(state(secretive(release("web", workload))));
  }

  /** One service, and a job on top of it that refers to a secret. */
  static Wanted secretiveEffect(Workload kept, Workload job) {
    return new Wanted.Effect(state(kept), secretive(release("migrate", job)));
  }

  private static Release secretive(Release release) {
    return new Release(
        release.service(),
        release.artifact(),
        release.workload(),
        release.health(),
        release.variables(),
        release.timeouts(),
        release.limits(),
        Optional.of(new TreeMap<>(Map.of("KEY", new SecretReference.Variable("KEY")))));
  }

  private static DesiredState state(Workload workload) {
    return state(release("web", workload));
  }

  private static DesiredState state(Release release) {
    DesiredRelease only = new DesiredRelease(release, 100, 1, DesiredRelease.Part.ACTIVE);
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
