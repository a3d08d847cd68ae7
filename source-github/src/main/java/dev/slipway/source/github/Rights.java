package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.source.Reading;
import java.util.Locale;

/** Why GitHub does not show or take what belongs to a pull request. Stateless. */
final class Rights {

  private Rights() {}

  /**
   * What an answer that is none of those hoped for comes to.
   *
   * <pre>
   *   403, the conversation is locked      this one takes none
   *   403, 404                             the token has too few rights
   *   410, 422                             this one takes none
   * </pre>
   */
  static <T> Reading<T> refused(GitHubApis.Place place, Answer.Answered answer) {
    String host = place.api().host().name();
    return switch (answer.status()) {
      case 403 -> isLocked(answer) ? locked(host) : mayNot(place);
      case 404 -> mayNot(place);
      case 400, 410, 422 ->
          new Reading.Unusable<>(
              new Reason(
                  "github-declined",
                  "%s does not take the comment, and answered %d."
                      .formatted(host, answer.status())));
      default -> place.api().refused(answer.status());
    };
  }

  private static boolean isLocked(Answer.Answered answer) {
    return answer.body().toLowerCase(Locale.ROOT).contains("is locked");
  }

  private static <T> Reading<T> locked(String host) {
    return new Reading.Unusable<>(
        new Reason(
            "github-locked",
            "The conversation is locked at %s; unlock it for a comment.".formatted(host)));
  }

  private static <T> Reading<T> mayNot(GitHubApis.Place place) {
    return new Reading.Unavailable<>(
        new Reason(
            "github-may-not-comment",
            "%s does not let the token read pull requests of %s and comment on them; give it"
                    .formatted(place.api().host().name(), place.repository())
                + " 'Pull requests: read and write' there."));
  }

  /** It was answered, with something that is not understood. */
  static <T> Reading<T> unreadable(GitHubApis.Place place, String what) {
    return new Reading.Unavailable<>(
        new Reason(
            "github-answer",
            "%s answered with something else than %s.".formatted(place.api().host().name(), what)));
  }
}
