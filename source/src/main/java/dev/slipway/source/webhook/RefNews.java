package dev.slipway.source.webhook;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.event.Event;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import java.util.List;
import java.util.Optional;

/**
 * News of one ref, as the body of a genuine webhook tells it. Created, moved, forced and deleted
 * refs are hints alike; which commit a ref has now is read back from the repository, never taken
 * from the body.
 *
 * @param event how the host calls the news
 * @param ref the full name of the ref, where the body has a text for it
 * @param addresses the fields that may hold an address of the repository, the one that people
 *     register most first; the first usable one names it
 */
public record RefNews(String event, Optional<String> ref, List<String> addresses) {

  public RefNews {
    addresses = List.copyOf(addresses);
  }

  /** What the news comes to, with the addresses that the body holds. */
  public Recognition in(Fields fields, String deduplicationKey) {
    Optional<RefName> name = ref.flatMap(RefNews::refName);
    if (name.isEmpty()) {
      return unusable("The field 'ref' must be text, the name of a ref.");
    }
    Optional<RepositoryUrl> repository = fields.repository(addresses);
    if (repository.isEmpty()) {
      return unusable("The field '" + addresses.getFirst() + "' must be a usable address.");
    }
    return new Recognised(told(name.get(), repository.get()), deduplicationKey);
  }

  private Event told(RefName name, RepositoryUrl repository) {
    return name.branch().isEmpty() && name.tag().isEmpty()
        ? new Event.Ignored(
            event, new Reason("ref-not-branch-or-tag", "The ref is neither a branch nor a tag."))
        : new Event.RefsHinted(repository, List.of(name));
  }

  private static Optional<RefName> refName(String text) {
    try {
      return text.startsWith("refs/") && text.chars().noneMatch(Character::isISOControl)
          ? Optional.of(new RefName(text))
          : Optional.empty();
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  private static Refused unusable(String sentence) {
    return Refused.malformed("field-not-usable", sentence);
  }
}
