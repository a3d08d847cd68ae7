package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.outbound.Answer;
import dev.slipway.source.Reading;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes deployments at GitHub and says how it stands with them. A deployment is looked for before
 * it is made, by the delivery that stands in its payload: so there is one for each delivery,
 * however often that is told, and nobody has to remember its number. Blocks on I/O; thread-safe.
 */
public final class GitHubDeployments {

  private static final int PER_PAGE = 100;
  private static final int PAGES_MAX = 10;

  private final GitHubApis apis;

  public GitHubDeployments(GitHubApis apis) {
    this.apis = apis;
  }

  /**
   * What is to be there.
   *
   * @param task what is done, as GitHub calls it
   * @param environment as GitHub calls it
   * @param key under which a payload names the delivery
   * @param delivery what stands there
   * @param deployment as it is made, as JSON
   * @param status how it stands with it, as JSON
   */
  public record Wish(
      RepositoryUrl repository,
      Sha sha,
      String task,
      String environment,
      String key,
      String delivery,
      String deployment,
      String status) {}

  /** Whether deployments of this repository are kept by a GitHub that may be asked. */
  public boolean keeps(RepositoryUrl repository) {
    return apis.place(repository).isPresent();
  }

  /**
   * Sets the state of a delivery's deployment, and makes that first where there is none. {@link
   * Reading.Unusable} where GitHub does not want it, and asking at once would not help.
   */
  public Reading<Boolean> tell(Wish wish) {
    return apis.place(wish.repository())
        .map(place ->
            found(place, wish)
                .then(known ->
                    known
                        .<Reading<String>>map(Reading.Read::new)
                        .orElseGet(() -> made(place, wish)))
                .then(id -> state(place, wish, id)))
        .orElseGet(() ->
            new Reading.Unusable<>(
                new Reason("not-at-github", "The repository lies at no GitHub that is known.")));
  }

  /** The number of the delivery's deployment, where there is one. */
  private static Reading<Optional<String>> found(GitHubApis.Place place, Wish wish) {
    String path =
        "/repos/%s/deployments?sha=%s&task=%s&environment=%s&per_page=%d&page="
            .formatted(
                place.repository(),
                wish.sha(),
                encoded(wish.task()),
                encoded(wish.environment()),
                PER_PAGE);
    return found(place, path, wish, 1);
  }

  private static Reading<Optional<String>> found(
      GitHubApis.Place place, String path, Wish wish, int page) {
    return listed(place, path + page)
        .then(all -> {
          Optional<String> id = idOf(all, wish);
          if (id.isPresent() || !all.containsKey((PER_PAGE - 1) + ".id")) {
            return new Reading.Read<>(id);
          }
          return page < PAGES_MAX
              ? found(place, path, wish, page + 1)
              : new Reading.Unavailable<>(
                  new Reason(
                      "too-many-deployments",
                      "The commit has more than %d deployments to %s; no more are read."
                          .formatted(PAGES_MAX * PER_PAGE, wish.environment())));
        });
  }

  private static Reading<Map<String, String>> listed(GitHubApis.Place place, String path) {
    return place
        .api()
        .asked(
            place.repository(),
            Purpose.DEPLOY,
            (line, bearer) -> line.get(path, bearer, Optional.empty()))
        .then(answer ->
            answer.status() == 200 ? read(place, answer) : place.api().refused(answer.status()));
  }

  private static Reading<Map<String, String>> read(GitHubApis.Place place, Answer.Answered answer) {
    return Optional.of(answer)
        .filter(it -> !it.cut())
        .flatMap(it -> Flat.read(it.body()))
        .<Reading<Map<String, String>>>map(Reading.Read::new)
        .orElseGet(() ->
            new Reading.Unavailable<>(
                new Reason(
                    "github-answer",
                    "%s answered with something else than deployments."
                        .formatted(place.api().host().name()))));
  }

  /** A payload may be told as what it is, or as text. */
  private static Optional<String> idOf(Map<String, String> all, Wish wish) {
    return IntStream.range(0, PER_PAGE)
        .mapToObj(Integer::toString)
        .filter(at ->
            Optional.ofNullable(all.get(at + ".payload." + wish.key()))
                .or(() ->
                    Optional.ofNullable(all.get(at + ".payload"))
                        .flatMap(Flat::read)
                        .flatMap(text -> Optional.ofNullable(text.get(wish.key()))))
                .filter(wish.delivery()::equals)
                .isPresent())
        .flatMap(at -> Optional.ofNullable(all.get(at + ".id")).stream())
        .filter(id -> id.matches("[0-9]{1,18}"))
        .findFirst();
  }

  private static Reading<String> made(GitHubApis.Place place, Wish wish) {
    String path = "/repos/%s/deployments".formatted(place.repository());
    return place
        .api()
        .asked(
            place.repository(),
            Purpose.DEPLOY,
            (line, bearer) -> line.post(path, bearer, wish.deployment()))
        .then(answer -> Deployed.judged(place.api(), answer));
  }

  private static Reading<Boolean> state(GitHubApis.Place place, Wish wish, String id) {
    return place
        .api()
        .post(
            place.repository(),
            Purpose.DEPLOY,
            "/repos/%s/deployments/%s/statuses".formatted(place.repository(), id),
            wish.status());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
