package dev.slipway.source.github;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Link;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckNote;
import dev.slipway.model.guardrail.CheckState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says of one commit status or check run, as a check. Strings of it that no check may
 * have are left out; one whose name is such a string is no check that anybody could ask for.
 *
 * <pre>
 *   status                        success          failure, error   pending
 *   check run, completed as       success          failure          action_required, or unknown
 *                                 neutral          timed_out
 *                                 skipped          cancelled, stale, startup_failure
 *   check run, not completed                                        queued, in_progress, …
 *   counts as                     green            red              pending
 * </pre>
 *
 * <p>That {@code neutral} and {@code skipped} count as green is GitHub's own rule for checks that a
 * branch requires.
 */
final class Said {

  private Said() {}

  static Optional<Check> status(Map<String, String> texts, Instant now) {
    CheckState state =
        switch (texts.getOrDefault("state", "")) {
          case "success" -> CheckState.SUCCESS;
          case "failure" -> CheckState.FAILURE;
          case "error" -> CheckState.ERROR;
          default -> CheckState.PENDING;
        };
    return check(
        texts.get("context"),
        state,
        note(texts.get("description")),
        link(texts, "target_url"),
        at(texts, "updated_at", "created_at").orElse(now));
  }

  static Optional<Check> run(Map<String, String> texts, Instant now) {
    boolean ended = texts.getOrDefault("status", "").equals("completed");
    String conclusion = ended ? texts.getOrDefault("conclusion", "") : "";
    CheckState state =
        switch (conclusion) {
          case "success", "neutral", "skipped" -> CheckState.SUCCESS;
          case "failure", "timed_out" -> CheckState.FAILURE;
          case "cancelled", "stale", "startup_failure" -> CheckState.ERROR;
          default -> CheckState.PENDING;
        };
    return check(
        texts.get("name"),
        state,
        note(conclusion.replace('_', ' ')),
        link(texts, "html_url", "details_url"),
        at(texts, "completed_at", "started_at").orElse(now));
  }

  private static Optional<Check> check(
      @Nullable String name,
      CheckState state,
      Optional<CheckNote> note,
      Optional<Link> link,
      Instant at) {
    return valid(name, CheckName::new).map(it -> new Check(it, state, note, link, at));
  }

  private static Optional<CheckNote> note(@Nullable String text) {
    return valid(text, CheckNote::new);
  }

  private static Optional<Link> link(Map<String, String> texts, String... names) {
    return Stream.of(names).flatMap(name -> valid(texts.get(name), Link::new).stream()).findFirst();
  }

  private static Optional<Instant> at(Map<String, String> texts, String... names) {
    return Stream.of(names)
        .flatMap(name -> Optional.ofNullable(texts.get(name)).stream())
        .flatMap(text -> instant(text).stream())
        .findFirst();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> valid(@Nullable String text, Function<String, T> made) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(made.apply(text));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }
}
