package dev.slipway.source.github;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckNote;
import dev.slipway.outbound.Answer;
import dev.slipway.source.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What GitHub says to whoever asks for a deployment. Only 201 means that there is one.
 *
 * <pre>
 *   201   there is one
 *   202   the default branch was merged into what was asked for; there is none, and it is asked again
 *   409   checks are not green, or the default branch cannot be merged
 *   422   it is not one that GitHub makes, as of a commit that it does not know
 * </pre>
 */
sealed interface Deployed {

  /** How many checks are named at most. */
  int NAMED_MAX = 10;

  /** There is one, of this number. */
  record Made(long id) implements Deployed {}

  /** The default branch was merged first. */
  record Merged(Reason because) implements Deployed {}

  /** Checks are not green. */
  record Unmet(Reason because) implements Deployed {}

  /** It is not made, and would not be later either. */
  record Declined(Reason because) implements Deployed {}

  static Reading<Deployed> judged(GitHubApi api, Answer.Answered answer) {
    String name = api.host().name();
    Map<String, String> all = Flat.read(answer.body()).orElseGet(Map::of);
    return switch (answer.status()) {
      case 201 ->
          Optional.ofNullable(all.get("id"))
              .filter(id -> id.matches("[0-9]{1,18}"))
              .<Reading<Deployed>>map(id -> new Reading.Read<>(new Made(Long.parseLong(id))))
              .orElseGet(() -> api.refused(answer.status()));
      case 202 ->
          new Reading.Read<>(
              new Merged(
                  new Reason(
                      "github-merged",
                      "%s merged its default branch first and made no deployment; it is asked again."
                          .formatted(name))));
      case 409 -> new Reading.Read<>(conflict(name, all));
      case 400, 422 ->
          new Reading.Read<>(
              new Declined(
                  new Reason(
                      "github-declined",
                      "%s makes no such deployment, and answered %d%s."
                          .formatted(name, answer.status(), said(all)))));
      default -> api.refused(answer.status());
    };
  }

  private static Deployed conflict(String name, Map<String, String> all) {
    List<String> contexts = unmet(all);
    boolean ofChecks =
        !contexts.isEmpty() || all.getOrDefault("message", "").contains("status checks");
    if (!ofChecks) {
      return new Declined(
          new Reason(
              "github-conflict",
              "%s cannot merge its default branch into the commit, and makes no deployment; merge it"
                      .formatted(name)
                  + " yourself, or leave auto_merge out."));
    }
    return new Unmet(
        new Reason(
            "github-checks",
            "%s makes no deployment before these checks are green: %s."
                .formatted(name, contexts.isEmpty() ? "it names none" : named(contexts))));
  }

  private static String named(List<String> contexts) {
    String first = contexts.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
    return contexts.size() > NAMED_MAX
        ? "%s and %d more".formatted(first, contexts.size() - NAMED_MAX)
        : first;
  }

  private static List<String> unmet(Map<String, String> all) {
    return IntStream.iterate(
            0, at -> all.containsKey("errors.0.contexts.%d.context".formatted(at)), at -> at + 1)
        .mapToObj("errors.0.contexts.%d."::formatted)
        .filter(at -> !all.getOrDefault(at + "state", "").equals("success"))
        .flatMap(at -> valid(all.getOrDefault(at + "context", ""), CheckName::new).stream())
        .map(CheckName::value)
        .distinct()
        .toList();
  }

  private static String said(Map<String, String> all) {
    return valid(
            all.getOrDefault("errors.0.message", all.getOrDefault("message", "")), CheckNote::new)
        .map(note -> ": " + note.value())
        .orElse("");
  }

  /** Strings of an answer that nobody could read are left out. */
  private static <T> Optional<T> valid(String text, Function<String, T> made) {
    try {
      return Optional.of(made.apply(text));
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }
}
