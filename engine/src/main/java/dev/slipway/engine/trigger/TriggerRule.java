package dev.slipway.engine.trigger;

import dev.slipway.aggregation.Glob;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.TriggerDefinition.On;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.entry.TriggerEvaluated.Verdict.Matched;
import dev.slipway.model.entry.TriggerEvaluated.Verdict.Skipped;
import java.util.List;
import java.util.Optional;

/**
 * A trigger matches when the news are of its kind and one of its patterns matches: a branch for
 * {@code push}, a tag for {@code tag}, a type for {@code announcement}; for {@code image}, when a
 * parameter follows the image that it asks for. Refs that are gone match nothing.
 */
public final class TriggerRule {

  private TriggerRule() {}

  public static Verdict judge(TriggerDefinition trigger, News news) {
    return switch (news) {
      case News.Moved moved -> moved(trigger.on(), moved.ref());
      case News.Gone gone ->
          new Skipped(new Reason("ref-gone", "%s is gone.".formatted(gone.ref())));
      case News.ImagesMoved moved -> images(trigger.on(), moved.parameters());
      case News.Announced announced -> announced(trigger.on(), announced.type());
    };
  }

  private static Verdict images(On on, List<String> parameters) {
    return switch (on) {
      case On.Image image -> images(image, parameters);
      case On.Push _, On.Tag _, On.Announcement _ ->
          new Skipped(
              new Reason(
                  "not-a-commit",
                  "The trigger listens to commits, and this is an image of %s."
                      .formatted(String.join(", ", parameters))));
    };
  }

  private static Verdict images(On.Image on, List<String> parameters) {
    List<String> meant = parameters.stream().filter(on.parameters()::contains).toList();
    return meant.isEmpty()
        ? new Skipped(
            new Reason(
                "parameter-does-not-match",
                "The image is that of %s, which is none of %s."
                    .formatted(String.join(", ", parameters), on.parameters())))
        : new Matched(
            new Reason(
                "image-moved", "The image of %s moved.".formatted(String.join(", ", meant))));
  }

  private static Verdict moved(On on, RefName ref) {
    return switch (on) {
      case On.Push push -> named("branch", ref.branch(), push.branches());
      case On.Tag tag -> named("tag", ref.tag(), tag.tags());
      case On.Image _ ->
          new Skipped(
              new Reason(
                  "not-an-image",
                  "The trigger listens to images, and this is a change of %s.".formatted(ref)));
      case On.Announcement _ ->
          new Skipped(
              new Reason(
                  "not-an-announcement",
                  "The trigger listens to announcements, and this is a change of %s."
                      .formatted(ref)));
    };
  }

  private static Verdict announced(On on, String type) {
    return switch (on) {
      case On.Announcement announcement -> named("type", Optional.of(type), announcement.types());
      case On.Image _ ->
          new Skipped(
              new Reason(
                  "not-an-image",
                  "The trigger listens to images, and this is an announcement of type %s."
                      .formatted(type)));
      case On.Push _, On.Tag _ ->
          new Skipped(
              new Reason(
                  "not-a-ref",
                  "The trigger listens to refs, and this is an announcement of type %s."
                      .formatted(type)));
    };
  }

  private static Verdict named(String kind, Optional<String> name, List<String> patterns) {
    if (name.isEmpty()) {
      return new Skipped(new Reason("not-a-" + kind, "The ref is not a %s.".formatted(kind)));
    }
    return patterns.stream()
        .filter(pattern -> new Glob(pattern).matches(name.orElseThrow()))
        .findFirst()
        .<Verdict>map(pattern ->
            new Matched(
                new Reason(
                    kind + "-matches",
                    "The %s %s matches '%s'.".formatted(kind, name.orElseThrow(), pattern))))
        .orElseGet(() ->
            new Skipped(
                new Reason(
                    kind + "-does-not-match",
                    "The %s %s matches none of %s."
                        .formatted(kind, name.orElseThrow(), patterns))));
  }
}
