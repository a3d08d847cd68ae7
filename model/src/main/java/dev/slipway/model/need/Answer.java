package dev.slipway.model.need;

import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.state.Artifact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a source said to a need. */
public sealed interface Answer {

  record Heads(List<Head> heads) implements Answer {
    public Heads {
      heads = List.copyOf(heads);
    }
  }

  record Commit(Sha sha, Optional<RefName> ref) implements Answer {}

  /**
   * The definition that the commit holds, where one was asked for, and its archive, held among the
   * blobs.
   */
  record Source(Optional<ApplicationDefinition> definition, Artifact artifact) implements Answer {}

  /** Whether the commit contains the other one. */
  record Contained(boolean isContained) implements Answer {}

  /**
   * Who wrote something.
   *
   * @param strangers how many more wrote it whom nobody knows
   */
  record Authors(Set<ActorId> people, int strangers) implements Answer {
    public Authors {
      people = Set.copyOf(people);
    }
  }

  /**
   * Whom an actor stands for.
   *
   * @param linked whether the directory knows that person's identities
   */
  record Person(ActorId person, boolean linked) implements Answer {}

  /**
   * Whether any of the orders may have been taken.
   *
   * @param away whether all of these agents are away, and none was heard to hold its order
   * @param again when to ask again, while that cannot be said yet
   */
  record Taken(boolean away, Optional<Instant> again) implements Answer {}

  /** What checks came to; each name is there once. */
  record Checks(List<Check> checks) implements Answer {
    public Checks {
      checks = List.copyOf(checks);
    }
  }

  /** Which image it is. */
  record Image(PinnedImage image) implements Answer {}

  /** Whether there is a deployment of it. */
  record Deployment(DeploymentWord word) implements Answer {}

  /** When agents were last heard of; who never was is not there. */
  record Heard(Map<ActorId, Instant> last) implements Answer {
    public Heard {
      last = Map.copyOf(last);
    }
  }

  /**
   * The source answered, and what it holds cannot be used: no such ref, no document, a document
   * with errors.
   */
  record Unusable(Reason because) implements Answer {}

  /** The source could not be asked. Asking again later may help. */
  record Unavailable(Reason because) implements Answer {}
}
