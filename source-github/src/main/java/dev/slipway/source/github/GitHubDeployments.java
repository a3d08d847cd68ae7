package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.outbound.Answer;
import dev.slipway.source.Deployments;
import dev.slipway.source.Reading;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes deployments at GitHub and says how it stands with them. A deployment is looked for before
 * it is made, by the delivery that stands in its payload: so there is one for each delivery,
 * however often that is told, and nobody has to remember its number. Blocks on I/O; thread-safe.
 */
public final class GitHubDeployments {

  private static final int PER_PAGE = 100;
  private static final int PAGES_MAX = 10;
  private static final String INACTIVE =
      "{\"state\":\"inactive\",\"description\":\"A later deployment of the same delivery counts.\"}";

  private final GitHubApis apis;

  public GitHubDeployments(GitHubApis apis) {
    this.apis = apis;
  }

  /**
   * What is to be there.
   *
   * @param task what is done, as GitHub calls it
   * @param environment as GitHub calls it
   * @param delivery what its payload says of the delivery
   * @param terms what its payload says of the terms on which it was asked for before the start
   * @param deployment as it is made, as JSON
   */
  public record Wish(
      RepositoryUrl repository,
      Sha sha,
      String task,
      String environment,
      Stamp delivery,
      Stamp terms,
      String deployment) {}

  /** What a payload says under a key. */
  public record Stamp(String key, String value) {}

  /** Whether deployments of this repository are kept by a GitHub that may be asked. */
  public boolean keeps(RepositoryUrl repository) {
    return apis.place(repository).isPresent();
  }

  /**
   * Sets the state of a delivery's deployment, and makes that first where there is none; one that
   * was asked for before the start goes before others. {@link Reading.Unusable} where GitHub does
   * not want it, and asking at once would not help.
   *
   * @param status how it stands with it, as JSON
   */
  public Reading<Boolean> tell(Wish wish, String status) {
    return apis.place(wish.repository())
        .map(place ->
            found(place, wish)
                .then(known ->
                    newest(known.stream().filter(it -> it.said(wish.terms().key()).isPresent()))
                        .or(() -> newest(known.stream()))
                        .<Reading<Long>>map(it -> new Reading.Read<>(it.id()))
                        .orElseGet(() -> made(place, wish).then(GitHubDeployments::toTell)))
                .then(id -> state(place, id, status)))
        .orElseGet(() ->
            new Reading.Unusable<>(
                new Reason("not-at-github", "The repository lies at no GitHub that is known.")));
  }

  /** There is nothing to tell of what was not made. */
  private static Reading<Long> toTell(Deployed deployed) {
    return switch (deployed) {
      case Deployed.Made(long id) -> new Reading.Read<>(id);
      case Deployed.Merged(Reason because) -> new Reading.Unavailable<>(because);
      case Deployed.Unmet(Reason because) -> new Reading.Unusable<>(because);
      case Deployed.Declined(Reason because) -> new Reading.Unusable<>(because);
    };
  }

  /**
   * Asks for a delivery's deployment on these terms; no state of it is set. Where two servers ask
   * at once there may be two; then the later one counts, and every other of the delivery becomes
   * inactive, whoever looks last.
   */
  public Reading<DeploymentWord> ask(Wish wish) {
    return apis.place(wish.repository())
        .map(place ->
            one(place, wish)
                .then(known ->
                    known
                        .<Reading<DeploymentWord>>map(id -> there(place, id))
                        .orElseGet(
                            () -> made(place, wish).then(deployed -> word(place, wish, deployed)))))
        .orElseGet(() -> new Reading.Unusable<>(Deployments.NOT_ASKED));
  }

  private static Reading<DeploymentWord> word(
      GitHubApis.Place place, Wish wish, Deployed deployed) {
    return switch (deployed) {
      case Deployed.Made(long id) ->
          one(place, wish).then(counting -> there(place, counting.orElse(id)));
      case Deployed.Merged(Reason because) ->
          new Reading.Read<>(new DeploymentWord.NotYet(because));
      case Deployed.Unmet(Reason because) -> new Reading.Read<>(new DeploymentWord.NotYet(because));
      case Deployed.Declined(Reason because) ->
          new Reading.Read<>(new DeploymentWord.Declined(because));
    };
  }

  private static Reading<DeploymentWord> there(GitHubApis.Place place, long id) {
    return new Reading.Read<>(
        new DeploymentWord.There(
            new Reason(
                "github-deployment",
                "%s keeps deployment %d of it.".formatted(place.api().host().name(), id))));
  }

  /** The one on these terms that counts; every other one of the delivery is made inactive. */
  private static Reading<Optional<Long>> one(GitHubApis.Place place, Wish wish) {
    return found(place, wish)
        .then(known -> {
          Optional<Long> counting =
              newest(known.stream().filter(it -> it.says(wish.terms().key(), wish.terms().value())))
                  .map(KeptDeployment::id);
          Reading<Optional<Long>> one = new Reading.Read<>(counting);
          for (KeptDeployment other : known) {
            if (counting.isPresent() && other.id() != counting.orElseThrow()) {
              one = one.then(id -> state(place, other.id(), INACTIVE).then(_ -> read(id)));
            }
          }
          return one;
        });
  }

  private static <T> Reading<T> read(T what) {
    return new Reading.Read<>(what);
  }

  private static Optional<KeptDeployment> newest(Stream<KeptDeployment> some) {
    return some.max(Comparator.comparingLong(KeptDeployment::id));
  }

  /** The deployments of the delivery. */
  private static Reading<List<KeptDeployment>> found(GitHubApis.Place place, Wish wish) {
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

  private static Reading<List<KeptDeployment>> found(
      GitHubApis.Place place, String path, Wish wish, int page) {
    return listed(place, path + page)
        .then(all -> {
          List<KeptDeployment> found =
              KeptDeployment.of(all, PER_PAGE).stream()
                  .filter(it -> it.says(wish.delivery().key(), wish.delivery().value()))
                  .toList();
          if (!found.isEmpty() || !all.containsKey((PER_PAGE - 1) + ".id")) {
            return new Reading.Read<>(found);
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

  private static Reading<Deployed> made(GitHubApis.Place place, Wish wish) {
    String path = "/repos/%s/deployments".formatted(place.repository());
    return place
        .api()
        .asked(
            place.repository(),
            Purpose.DEPLOY,
            (line, bearer) -> line.post(path, bearer, wish.deployment()))
        .then(answer -> Deployed.judged(place.api(), answer));
  }

  private static Reading<Boolean> state(GitHubApis.Place place, long id, String status) {
    return place
        .api()
        .post(
            place.repository(),
            Purpose.DEPLOY,
            "/repos/%s/deployments/%d/statuses".formatted(place.repository(), id),
            status);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
