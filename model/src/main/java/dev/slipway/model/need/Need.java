package dev.slipway.model.need;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.Slot;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.image.ImageSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a decision still has to know. The loop answers it outside any transaction, and the decision
 * runs again.
 */
public sealed interface Need {

  /** Where these refs of a repository point now; an empty list asks for all branches and tags. */
  record HeadsOf(RepositoryUrl repository, List<RefName> refs) implements Need {
    public HeadsOf {
      refs = List.copyOf(refs);
    }
  }

  /** Which commit a person's words mean; absent words mean the default branch's head. */
  record CommitOf(RepositoryUrl repository, Optional<String> revision) implements Need {}

  /** Whether a commit is, or descends from, another one that no commit in between takes back. */
  record Contains(RepositoryUrl repository, Sha commit, Sha other) implements Need {}

  /**
   * Who wrote the commits that lead from {@code base} to {@code head}, as far as the directory of
   * the organisation knows them; without a base, who wrote {@code head}.
   */
  record AuthorsOf(
      Organisation organisation, RepositoryUrl repository, Optional<Sha> base, Sha head)
      implements Need {}

  /** Whom an actor stands for. */
  record PersonOf(Organisation organisation, ActorId actor) implements Need {}

  /**
   * Whether the agents of slots were heard to hold these orders.
   *
   * @param orders the fence of each slot's last order
   */
  record OrdersTaken(Organisation organisation, Map<Slot, Fence> orders) implements Need {
    public OrdersTaken {
      orders = Map.copyOf(orders);
    }
  }

  /** When agents were last heard of. */
  record LastHeard(Organisation organisation, Set<ActorId> agents) implements Need {
    public LastHeard {
      agents = Set.copyOf(agents);
    }
  }

  /**
   * What the checks of a commit came to, as whoever keeps them says.
   *
   * @param since how old the answer may be: what was read then or later will do
   */
  record ChecksOf(RepositoryUrl repository, Sha sha, Instant since) implements Need {}

  /**
   * That the Git host of a commit's repository keeps a deployment of a delivery: it is looked for,
   * and made where there is none. The one need whose answer leaves something outside; asked again,
   * it leaves nothing more.
   *
   * @param asked what the deployment is to be, and what the host is to look at first
   * @param since how old the answer may be: what was said then or later will do
   */
  record DeploymentOf(
      Organisation organisation,
      DeliveryId delivery,
      RepositoryUrl repository,
      Sha sha,
      DeploymentPolicy asked,
      Instant since)
      implements Need {}

  /** Which image is meant now, as its registry says. */
  record ImageOf(ImageSource source) implements Need {}

  /** A commit's archive and, where a path is given, the application's definition there. */
  record SourceAt(RepositoryUrl repository, Sha sha, Optional<String> path) implements Need {}
}
