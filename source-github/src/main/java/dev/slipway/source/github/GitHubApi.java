package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.outbound.Call;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks one GitHub. An answer is kept with its tag, so that the same answer costs nothing of what
 * may be asked in an hour; while it asks for patience, it is not asked; where it says that
 * something lies elsewhere, nobody goes there with the token. Thread-safe.
 */
final class GitHubApi {

  private static final int KEPT_MAX = 1_000;
  private static final String TAG = "etag";

  private final GitHubHost host;
  private final Outbound outbound;
  private final InstantSource clock;
  private final Patience patience = new Patience();
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > KEPT_MAX;
        }
      };

  private record Kept(String tag, Page page) {}

  GitHubApi(GitHubHost host, Outbound outbound, InstantSource clock) {
    this.host = host;
    this.outbound = outbound;
    this.clock = clock;
  }

  GitHubHost host() {
    return host;
  }

  /**
   * Reads a page.
   *
   * @param path where it is, from the beginning of the API on
   * @param list the name of the list in it
   */
  Reading<Page> page(String path, String list) {
    Optional<Instant> until = patience.until(clock.instant());
    if (until.isPresent()) {
      return limited(until.orElseThrow());
    }
    return switch (host.token().get()) {
      case Reading.Read<String> token -> page(path, list, token.value());
      case Reading.Unusable<String>(Reason because) -> new Reading.Unavailable<>(because);
      case Reading.Unavailable<String>(Reason because) -> new Reading.Unavailable<>(because);
    };
  }

  /**
   * Sends something that is to be kept there, as JSON; {@link Reading.Unusable} where it is not
   * wanted, and would not be later either.
   */
  Reading<Boolean> post(String path, String body) {
    Optional<Instant> until = patience.until(clock.instant());
    if (until.isPresent()) {
      return limited(until.orElseThrow());
    }
    return switch (host.token().get()) {
      case Reading.Read<String> token ->
          switch (outbound.call(
              asked(Call.post(host.api() + path, headers(token.value()), body)))) {
            case Answer.Refused refused -> unavailable(refused.code(), refused.sentence());
            case Answer.Failed failed -> away(failed);
            case Answer.Answered answer -> taken(answer);
          };
      case Reading.Unusable<String>(Reason because) -> new Reading.Unavailable<>(because);
      case Reading.Unavailable<String>(Reason because) -> new Reading.Unavailable<>(because);
    };
  }

  private Reading<Boolean> taken(Answer.Answered answer) {
    if (patience.isLimit(answer, clock.instant())) {
      return limited(patience.until(clock.instant()).orElseGet(clock::instant));
    }
    return switch (answer.status()) {
      case 200, 201 -> new Reading.Read<>(true);
      case 400, 422 ->
          new Reading.Unusable<>(
              new Reason(
                  "github-declined",
                  "%s does not take it, and answered %d.".formatted(host.name(), answer.status())));
      default -> refused(answer.status());
    };
  }

  /** To nobody but this GitHub, whatever it answers. */
  private static Call asked(Call call) {
    Set<String> wanted = new TreeSet<>(Patience.HEADERS);
    wanted.add(TAG);
    return call.wanting(wanted).staying();
  }

  private static Map<String, String> headers(String token) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Accept", "application/vnd.github+json");
    headers.put("Authorization", "Bearer " + token);
    headers.put("User-Agent", "slipway");
    headers.put("X-GitHub-Api-Version", "2022-11-28");
    return headers;
  }

  private Reading<Page> page(String path, String list, String token) {
    Map<String, String> headers = headers(token);
    Optional<Kept> before = kept(path);
    before.ifPresent(it -> headers.put("If-None-Match", it.tag()));
    return switch (outbound.call(asked(Call.get(host.api() + path, headers)))) {
      case Answer.Refused refused -> unavailable(refused.code(), refused.sentence());
      case Answer.Failed failed -> away(failed);
      case Answer.Answered answer -> heard(path, list, before, answer);
    };
  }

  private Reading<Page> heard(
      String path, String list, Optional<Kept> before, Answer.Answered answer) {
    if (patience.isLimit(answer, clock.instant())) {
      return limited(patience.until(clock.instant()).orElseGet(clock::instant));
    }
    return switch (answer.status()) {
      case 200 -> read(path, list, answer);
      case 304 ->
          before
              .<Reading<Page>>map(it -> new Reading.Read<>(it.page()))
              .orElseGet(() -> unavailable("github-answer", host.name() + " answered 304."));
      default -> refused(answer.status());
    };
  }

  private <T> Reading<T> away(Answer.Failed failed) {
    return unavailable("github-away", host.name() + " cannot be asked. " + failed.sentence());
  }

  private <T> Reading<T> refused(int status) {
    return switch (status) {
      case 301, 302, 307, 308 ->
          unavailable(
              "github-moved",
              "%s says that the repository lies elsewhere; register its new address."
                  .formatted(host.name()));
      case 401 -> unavailable("github-token", "%s does not take the token.".formatted(host.name()));
      case 403, 404 ->
          unavailable(
              "github-not-found",
              "%s has no such repository, or the token has too few rights there."
                  .formatted(host.name()));
      case 422 -> unavailable("github-commit", "%s knows no such commit.".formatted(host.name()));
      default -> unavailable("github-answer", "%s answered %d.".formatted(host.name(), status));
    };
  }

  private Reading<Page> read(String path, String list, Answer.Answered answer) {
    Optional<Page> page = answer.cut() ? Optional.empty() : Page.read(answer.body(), list);
    page.ifPresent(it -> keep(path, answer, it));
    return page.<Reading<Page>>map(Reading.Read::new)
        .orElseGet(() ->
            unavailable(
                "github-answer",
                "%s answered with something else than checks.".formatted(host.name())));
  }

  private synchronized Optional<Kept> kept(String path) {
    return Optional.ofNullable(kept.get(path));
  }

  private synchronized void keep(String path, Answer.Answered answer, Page page) {
    answer
        .header(TAG)
        .ifPresentOrElse(tag -> kept.put(path, new Kept(tag, page)), () -> kept.remove(path));
  }

  private <T> Reading<T> limited(Instant until) {
    return unavailable(
        "github-limit",
        "%s asks for patience until %s."
            .formatted(host.name(), until.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static <T> Reading<T> unavailable(String code, String sentence) {
    return new Reading.Unavailable<>(new Reason(code, sentence));
  }
}
