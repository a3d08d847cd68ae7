package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.outbound.Call;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The line to one GitHub. It carries a token to this GitHub and nowhere else, and is silent while
 * it asks for patience. Blocks on I/O; thread-safe.
 */
final class Line {

  static final String TAG = "etag";
  static final String DATE = "date";

  private final GitHubHost host;
  private final Outbound outbound;
  private final InstantSource clock;
  private final Patience patience = new Patience();

  Line(GitHubHost host, Outbound outbound, InstantSource clock) {
    this.host = host;
    this.outbound = outbound;
    this.clock = clock;
  }

  GitHubHost host() {
    return host;
  }

  /** Asks for what lies at a path, or whether it is another one than the tag names. */
  Reading<Answer.Answered> get(String path, String bearer, Optional<String> tag) {
    Map<String, String> headers = headers(bearer);
    tag.ifPresent(it -> headers.put("If-None-Match", it));
    return ask(Call.get(host.api() + path, headers));
  }

  /** Sends JSON to a path. */
  Reading<Answer.Answered> post(String path, String bearer, String body) {
    return ask(Call.post(host.api() + path, headers(bearer), body));
  }

  /** Sends JSON that changes what lies at a path. */
  Reading<Answer.Answered> patch(String path, String bearer, String body) {
    return ask(Call.patch(host.api() + path, headers(bearer), body));
  }

  /** Whatever was answered; unavailable where nothing was, or patience is asked for. */
  private Reading<Answer.Answered> ask(Call call) {
    Optional<Instant> until = patience.until(clock.instant());
    if (until.isPresent()) {
      return limited(until.orElseThrow());
    }
    Set<String> wanted = new TreeSet<>(Patience.HEADERS);
    wanted.add(TAG);
    wanted.add(DATE);
    return switch (outbound.call(call.wanting(wanted).staying())) {
      case Answer.Refused refused -> unavailable(refused.code(), refused.sentence());
      case Answer.Failed failed ->
          unavailable("github-away", host.name() + " cannot be asked. " + failed.sentence());
      case Answer.Answered answer ->
          patience.isLimit(answer, clock.instant())
              ? limited(patience.until(clock.instant()).orElseGet(clock::instant))
              : new Reading.Read<>(answer);
    };
  }

  private static Map<String, String> headers(String bearer) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Accept", "application/vnd.github+json");
    headers.put("Authorization", "Bearer " + bearer);
    headers.put("User-Agent", "slipway");
    headers.put("X-GitHub-Api-Version", "2022-11-28");
    return headers;
  }

  private Reading<Answer.Answered> limited(Instant until) {
    return unavailable(
        "github-limit",
        "%s asks for patience until %s."
            .formatted(host.name(), until.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static Reading<Answer.Answered> unavailable(String code, String sentence) {
    return new Reading.Unavailable<>(new Reason(code, sentence));
  }
}
