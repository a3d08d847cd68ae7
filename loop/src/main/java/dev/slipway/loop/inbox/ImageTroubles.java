package dev.slipway.loop.inbox;

import dev.slipway.loop.port.Journal;
import dev.slipway.model.Reason;
import dev.slipway.model.image.ImageSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which followed images cannot be used although their registries answer, such as one that must not
 * be moved onto its base. Each trouble is told once. Used in the loop's turn.
 */
final class ImageTroubles {

  private final Journal journal;
  private final Map<ImageSource, String> codes = new HashMap<>();

  ImageTroubles(Journal journal) {
    this.journal = journal;
  }

  /** What is followed no more is forgotten. */
  void keep(List<ImageSource> followed) {
    codes.keySet().retainAll(followed);
  }

  /** What came of a look. */
  void tell(Collection<ImageSource> usable, Map<ImageSource, Reason> unusable) {
    unusable.forEach((source, because) -> {
      Optional<String> before = Optional.ofNullable(codes.put(source, because.code()));
      if (before.filter(because.code()::equals).isEmpty()) {
        journal.warn(
            "%s cannot be followed, and stays what it was: %s"
                .formatted(source, because.sentence()));
      }
    });
    usable.stream()
        .filter(source -> codes.remove(source) != null)
        .forEach(source -> journal.info(source + " can be followed now"));
  }
}
