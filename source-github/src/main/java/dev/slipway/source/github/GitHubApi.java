package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.Reading;
import dev.slipway.source.Recent;
import dev.slipway.source.github.GitHubHost.Named;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Asks one GitHub. A page is kept with its tag, so that the same one costs nothing of what may be
 * asked in an hour; a token that is not taken is replaced once, where another one may be had; where
 * it says that something lies elsewhere, nobody goes there with the token. Thread-safe.
 */
final class GitHubApi {

  private final Line line;
  private final Bearers bearers;
  private final Recent<String, Kept> kept = new Recent<>();

  private record Kept(String tag, Page page) {}

  GitHubApi(GitHubHost host, Outbound outbound, InstantSource clock) {
    line = new Line(host, outbound, clock);
    bearers =
        switch (host.access()) {
          case GitHubAccess.Token token -> new Bearers.ByHand(token);
          case GitHubAccess.App app -> new InstallationTokens(line, app, clock);
        };
  }

  GitHubHost host() {
    return line.host();
  }

  /**
   * Reads a page of checks.
   *
   * @param path where it is, from the beginning of the API on
   * @param list the name of the list in it
   */
  Reading<Page> page(Named repository, String path, String list) {
    Optional<Kept> before = kept.get(path);
    return asked(
            repository,
            Purpose.READ_CHECKS,
            (to, bearer) -> to.get(path, bearer, before.map(Kept::tag)))
        .then(answer -> heard(path, list, before, answer));
  }

  /**
   * Sends something that is to be kept there, as JSON; {@link Reading.Unusable} where it is not
   * wanted, and would not be later either.
   */
  Reading<Boolean> post(Named repository, Purpose purpose, String path, String body) {
    return asked(repository, purpose, (to, bearer) -> to.post(path, bearer, body))
        .then(answer -> taken(answer.status()));
  }

  /** As whom it shows what we write. */
  Reading<String> login() {
    return bearers.login(line);
  }

  /** What is answered to whoever has a token; once more with another one where it is not taken. */
  Reading<Answer.Answered> asked(
      Named repository,
      Purpose purpose,
      BiFunction<Line, String, Reading<Answer.Answered>> asking) {
    return bearers
        .bearer(repository, purpose)
        .then(bearer -> {
          Reading<Answer.Answered> first = asking.apply(line, bearer);
          return isNotTaken(first) && bearers.renews(repository, purpose, bearer)
              ? bearers.bearer(repository, purpose).then(other -> asking.apply(line, other))
              : first;
        });
  }

  private static boolean isNotTaken(Reading<Answer.Answered> reading) {
    return reading instanceof Reading.Read<Answer.Answered>(Answer.Answered answer)
        && answer.status() == 401;
  }

  private Reading<Boolean> taken(int status) {
    return switch (status) {
      case 200, 201 -> new Reading.Read<>(true);
      case 400, 422 ->
          new Reading.Unusable<>(
              new Reason(
                  "github-declined",
                  "%s does not take it, and answered %d.".formatted(host().name(), status)));
      default -> refused(status);
    };
  }

  private Reading<Page> heard(
      String path, String list, Optional<Kept> before, Answer.Answered answer) {
    return switch (answer.status()) {
      case 200 -> read(path, list, answer);
      case 304 ->
          before
              .<Reading<Page>>map(it -> new Reading.Read<>(it.page()))
              .orElseGet(() -> unavailable("github-answer", host().name() + " answered 304."));
      default -> refused(answer.status());
    };
  }

  /** Why an answer is none of those that are hoped for. */
  <T> Reading<T> refused(int status) {
    String name = host().name();
    return switch (status) {
      case 301, 302, 307, 308 ->
          unavailable(
              "github-moved",
              "%s says that the repository lies elsewhere; register its new address."
                  .formatted(name));
      case 401 -> unavailable("github-token", "%s does not take the token.".formatted(name));
      case 403, 404 ->
          unavailable(
              "github-not-found",
              "%s has no such repository, or the token has too few rights there.".formatted(name));
      case 422 -> unavailable("github-commit", "%s knows no such commit.".formatted(name));
      default -> unavailable("github-answer", "%s answered %d.".formatted(name, status));
    };
  }

  private Reading<Page> read(String path, String list, Answer.Answered answer) {
    Optional<Page> page = answer.cut() ? Optional.empty() : Page.read(answer.body(), list);
    page.ifPresent(
        it -> answer.header(Line.TAG).ifPresent(tag -> kept.put(path, new Kept(tag, it))));
    return page.<Reading<Page>>map(Reading.Read::new)
        .orElseGet(() ->
            unavailable(
                "github-answer",
                "%s answered with something else than checks.".formatted(host().name())));
  }

  private static <T> Reading<T> unavailable(String code, String sentence) {
    return new Reading.Unavailable<>(new Reason(code, sentence));
  }
}
