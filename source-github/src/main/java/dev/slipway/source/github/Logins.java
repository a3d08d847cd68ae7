package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.source.Reading;
import java.util.Optional;

/** Under which name GitHub shows what somebody writes. No person has brackets in theirs. */
final class Logins {

  private Logins() {}

  /** Of the person whose token it is. */
  static Reading<String> user(GitHubHost host, Answer.Answered answer) {
    return login(host, answer, "login");
  }

  /** Of an App's own writing. */
  static Reading<String> app(GitHubHost host, Answer.Answered answer) {
    return login(host, answer, "slug").then(slug -> new Reading.Read<>(slug + "[bot]"));
  }

  private static Reading<String> login(GitHubHost host, Answer.Answered answer, String field) {
    return Optional.of(answer)
        .filter(it -> it.status() == 200 && !it.cut())
        .flatMap(it -> Flat.read(it.body(), field::equals))
        .flatMap(all -> Optional.ofNullable(all.get(field)))
        .filter(name -> name.matches("[A-Za-z0-9_-]{1,100}"))
        .<Reading<String>>map(Reading.Read::new)
        .orElseGet(() ->
            new Reading.Unavailable<>(
                answer.status() == 401
                    ? new Reason(
                        "github-token", "%s does not take the token.".formatted(host.name()))
                    : new Reason(
                        "github-nobody",
                        "%s does not say whose the token is, and answered %d; use one of a person,"
                                .formatted(host.name(), answer.status())
                            + " or an App.")));
  }
}
