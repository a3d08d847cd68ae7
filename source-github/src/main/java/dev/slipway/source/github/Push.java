package dev.slipway.source.github;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * What a push hints at. Created, moved, forced and deleted refs hint alike; which commit a ref has
 * now is read back from the repository, never taken from the body.
 */
sealed interface Push {

  record Understood(Event event) implements Push {}

  record Misunderstood(Reason because) implements Push {}

  /** The addresses of one repository, the one that people register most first. */
  List<String> ADDRESSES = List.of("clone_url", "ssh_url", "git_url", "html_url");

  static Push understand(Payload payload) {
    Optional<RefName> ref = payload.text("ref").flatMap(Push::refName);
    if (ref.isEmpty()) {
      return misunderstood("ref", "must be text that starts with 'refs/'");
    }
    Optional<RepositoryUrl> repository = repository(payload);
    if (repository.isEmpty()) {
      return misunderstood("repository", "must hold a usable 'clone_url'");
    }
    if (ref.get().branch().isEmpty() && ref.get().tag().isEmpty()) {
      return new Understood(
          new Event.Ignored(
              "push",
              new Reason(
                  "ref-not-branch-or-tag", "The pushed ref is neither a branch nor a tag.")));
    }
    return new Understood(new Event.RefsHinted(repository.get(), List.of(ref.get())));
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

  static Optional<RepositoryUrl> repository(Payload payload) {
    return ADDRESSES.stream()
        .flatMap(name -> Optional.ofNullable(payload.addresses().get(name)).stream())
        .flatMap(address -> address(address).stream())
        .findFirst();
  }

  private static Optional<RepositoryUrl> address(String text) {
    try {
      return Optional.of(new RepositoryUrl(text));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }

  private static Push misunderstood(String field, String rule) {
    return new Misunderstood(
        new Reason("field-not-usable", "The field '" + field + "' " + rule + "."));
  }
}
