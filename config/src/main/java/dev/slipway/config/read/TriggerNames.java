package dev.slipway.config.read;

import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.TriggerDefinition.On;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names triggers that their author did not name, from what they listen to. Stateless. */
final class TriggerNames {

  private static final int LENGTH_MAX = 56;

  private TriggerNames() {}

  /** Such as {@code push-main}; with a number when that is taken. It is taken afterwards. */
  static TriggerName unused(On on, Set<String> taken) {
    String stem = stem(on);
    String name =
        Stream.concat(
                Stream.of(stem), IntStream.iterate(2, n -> n + 1).mapToObj(n -> stem + "-" + n))
            .filter(taken::add)
            .findFirst()
            .orElseThrow();
    return new TriggerName(name);
  }

  private static String stem(On on) {
    String words =
        switch (on) {
          case On.Push push -> "push-" + push.branches().getFirst();
          case On.Tag tag -> "tag-" + tag.tags().getFirst();
          case On.Image image -> "image-" + String.join("-", image.parameters());
          case On.Announcement announcement -> "event-" + announcement.types().getFirst();
        };
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return plain.substring(0, Math.min(plain.length(), LENGTH_MAX)).replaceAll("-+$", "");
  }
}
