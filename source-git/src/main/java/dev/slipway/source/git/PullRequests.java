package dev.slipway.source.git;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.need.PullRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which pull request brought a commit: what the message says that hosts write where they merge or
 * squash one. Nobody is asked, and whoever writes a message may say anything; so the number is a
 * number, and the page is one of the repository's own. Stateless.
 */
final class PullRequests {

  private static final int LINES_MAX = 1000;

  /**
   * On the first line: GitHub's merges, Gitea's, Bitbucket's, and what GitHub and Gitea squash; the
   * last of several counts, as in the revert of one.
   */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:Merge pull request #(?<merged>[1-9][0-9]{0,8}) from .*"
              + "|Merge pull request '.*' \\(#(?<named>[1-9][0-9]{0,8})\\) from .*"
              + "|Merged in .* \\(pull request #(?<requested>[1-9][0-9]{0,8})\\)"
              + "|.* \\(#(?<squashed>[1-9][0-9]{0,8})\\))");

  /** On a line of its own: GitLab's. */
  private static final Pattern LINE =
      Pattern.compile("See merge request (?:[A-Za-z0-9_./~-]{1,300})?!(?<number>[1-9][0-9]{0,8})");

  private static final Pattern PLACE =
      Pattern.compile("(?<host>[a-z0-9.-]+)(?:/[a-z0-9_.~-]+){2,}");

  private PullRequests() {}

  static Optional<PullRequest> of(RepositoryUrl repository, String message) {
    return number(message).map(number -> new PullRequest(number, page(repository, number)));
  }

  private static Optional<Integer> number(String message) {
    return message
        .lines()
        .findFirst()
        .map(SUBJECT::matcher)
        .filter(Matcher::matches)
        .flatMap(PullRequests::subject)
        .or(() ->
            message
                .lines()
                .limit(LINES_MAX)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group("number"))
                .reduce((earlier, later) -> later))
        .map(Integer::valueOf);
  }

  private static Optional<String> subject(Matcher found) {
    return Stream.of("merged", "named", "requested", "squashed")
        .flatMap(group -> Optional.ofNullable(found.group(group)).stream())
        .findFirst();
  }

  private static Optional<String> page(RepositoryUrl repository, int number) {
    Matcher place = PLACE.matcher(repository.place());
    return Optional.of(place)
        .filter(Matcher::matches)
        .flatMap(found -> folder(found.group("host")))
        .map(folder -> "https://%s/%s/%d".formatted(repository.place(), folder, number));
  }

  /** What lies below a repository's page at those hosts that everybody knows. */
  private static Optional<String> folder(String host) {
    return switch (host) {
      case "github.com" -> Optional.of("pull");
      case "gitlab.com" -> Optional.of("-/merge_requests");
      case "codeberg.org", "gitea.com" -> Optional.of("pulls");
      case "bitbucket.org" -> Optional.of("pull-requests");
      default -> Optional.empty();
    };
  }
}
