package dev.slipway.model.event;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.image.ImageRepository;
import java.util.List;
import java.util.Optional;

/**
 * A fact seen, reduced to what decisions use. Raw bodies stay in the inbox; entries hold their
 * digest.
 */
public sealed interface Event {

  /**
   * Somebody said that refs of a repository changed. It is a hint: the head is read back from the
   * source before anything follows.
   */
  record RefsHinted(RepositoryUrl repository, List<RefName> refs) implements Event {
    public RefsHinted {
      refs = List.copyOf(refs);
    }
  }

  /**
   * Somebody said that checks of a commit moved. It is a hint: what they came to is read back, and
   * only where something waits for that commit.
   */
  record ChecksHinted(RepositoryUrl repository, Sha sha) implements Event {}

  /**
   * Somebody said that images of some repositories at registries moved. It is a hint: which image
   * is meant now is read back from the registry, and only where somebody follows it.
   *
   * @param repositories as the sender calls them; a registry may not know by which host others
   *     reach it
   */
  record ImagesHinted(List<ImageRepository> repositories) implements Event {
    public ImagesHinted {
      repositories = List.copyOf(repositories);
    }
  }

  /**
   * A trusted sender announced a commit of an application in a signed CloudEvent.
   *
   * @param source the CloudEvents source attribute
   * @param id the CloudEvents id attribute; source and id together identify the announcement
   */
  record Announced(
      String type,
      String source,
      String id,
      ApplicationName application,
      Sha sha,
      Optional<RefName> ref)
      implements Event {}

  /** Genuine, and of no use to us for now; kept so that nobody has to wonder. */
  record Ignored(String kind, Reason because) implements Event {}
}
