package dev.slipway.source.github;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.outbound.Answer;
import dev.slipway.source.PullRequests;
import dev.slipway.source.Reading;
import dev.slipway.source.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pull requests at GitHub, and our comment at each. Pages are read with the tags that they had, so
 * that looking costs nothing while nothing changes. Blocks on I/O; thread-safe.
 *
 * @see <a href="https://docs.github.com/rest/pulls/pulls#list-pull-requests">GitHub: pulls</a>
 */
public final class GitHubPullRequests implements PullRequests {

  /** Each comes with all that GitHub says of it and up to 64 KiB of words, and all have to fit. */
  private static final int PER_PAGE = 25;

  private static final int PAGES_MAX = 4;

  private final GitHubApis apis;
  private final Comments comments = new Comments();
  private final Recent<String, Kept> kept = new Recent<>();

  private record Kept(String tag, List<PullRequest> page) {}

  public GitHubPullRequests(GitHubApis apis) {
    this.apis = apis;
  }

  @Override
  public boolean knows(RepositoryUrl repository) {
    return apis.place(repository).isPresent();
  }

  @Override
  public Reading<Open> open(RepositoryUrl repository) {
    return apis.place(repository)
        .map(place -> open(place, new ArrayList<>(), 1))
        .orElseGet(() -> new Reading.Unusable<>(NOT_KNOWN));
  }

  @Override
  public Reading<Said> say(RepositoryUrl repository, int number, String name, String text) {
    return apis.place(repository)
        .map(place -> comments.say(place, number, name, text))
        .orElseGet(() -> new Reading.Unusable<>(NOT_KNOWN));
  }

  private Reading<Open> open(GitHubApis.Place place, List<PullRequest> before, int number) {
    return page(place, number)
        .then(page -> {
          before.addAll(page);
          return page.size() == PER_PAGE && number < PAGES_MAX
              ? open(place, before, number + 1)
              : new Reading.Read<>(
                  new Open(before.stream().distinct().toList(), page.size() < PER_PAGE));
        });
  }

  private Reading<List<PullRequest>> page(GitHubApis.Place place, int number) {
    String path =
        "/repos/%s/pulls?state=open&sort=updated&direction=desc&per_page=%d&page=%d"
            .formatted(place.repository(), PER_PAGE, number);
    Optional<Kept> before = kept.get(place.api().host().name() + path);
    return place
        .api()
        .asked(
            place.repository(),
            Purpose.COMMENT,
            (line, bearer) -> line.get(path, bearer, before.map(Kept::tag)))
        .then(answer ->
            answer.status() == 304 && before.isPresent()
                ? new Reading.Read<>(before.orElseThrow().page())
                : read(place, path, answer));
  }

  private Reading<List<PullRequest>> read(
      GitHubApis.Place place, String path, Answer.Answered answer) {
    if (answer.status() != 200) {
      return Rights.refused(place, answer);
    }
    Optional<List<PullRequest>> page =
        answer.cut() ? Optional.empty() : Pulls.read(answer.body(), PER_PAGE);
    page.ifPresent(it ->
        answer
            .header(Line.TAG)
            .ifPresent(tag -> kept.put(place.api().host().name() + path, new Kept(tag, it))));
    return page.<Reading<List<PullRequest>>>map(Reading.Read::new)
        .orElseGet(() -> Rights.unreadable(place, "pull requests"));
  }
}
