package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Reads the checks of commits at GitHub: commit statuses and check runs, which are two lists of the
 * same to everybody but GitHub. Where both have a name, or several apps do, the worse counts.
 * Thread-safe.
 */
public final class GitHubChecks implements CommitChecks {

  private static final int PER_PAGE = 100;
  private static final int PAGES_MAX = 10;

  private final GitHubApis apis;
  private final InstantSource clock;

  public GitHubChecks(GitHubApis apis, InstantSource clock) {
    this.apis = apis;
    this.clock = clock;
  }

  @Override
  public boolean reads(RepositoryUrl repository) {
    return apis.place(repository).isPresent();
  }

  @Override
  public Reading<List<Check>> checks(RepositoryUrl repository, Sha sha) {
    return apis.place(repository)
        .map(place -> checks(place, sha))
        .orElseGet(() -> new Reading.Unusable<>(NOT_READ));
  }

  private Reading<List<Check>> checks(GitHubApis.Place place, Sha sha) {
    String commit = "/repos/%s/commits/%s".formatted(place.repository(), sha);
    List<Check> all = new ArrayList<>();
    Optional<Reason> not =
        read(place, commit + "/status?", "statuses", Said::status, all)
            .or(() ->
                read(place, commit + "/check-runs?filter=latest&", "check_runs", Said::run, all));
    return not.<Reading<List<Check>>>map(Reading.Unavailable::new)
        .orElseGet(() -> new Reading.Read<>(worst(all)));
  }

  /** Reads a list to its end; why it cannot be read, otherwise. */
  private Optional<Reason> read(
      GitHubApis.Place place,
      String path,
      String list,
      BiFunction<Map<String, String>, Instant, Optional<Check>> said,
      List<Check> into) {
    for (int number = 1; number <= PAGES_MAX; number++) {
      String page = "%sper_page=%d&page=%d".formatted(path, PER_PAGE, number);
      switch (place.api().page(place.repository(), page, list)) {
        case Reading.Unusable<Page>(Reason because) -> {
          return Optional.of(because);
        }
        case Reading.Unavailable<Page>(Reason because) -> {
          return Optional.of(because);
        }
        case Reading.Read<Page>(Page read) -> {
          read.items().stream()
              .flatMap(item -> said.apply(item, clock.instant()).stream())
              .forEach(into::add);
          if (read.items().isEmpty() || number * PER_PAGE >= read.total()) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(
        new Reason(
            "too-many-checks",
            "The commit has more than %d checks of one kind; no more are read."
                .formatted(PAGES_MAX * PER_PAGE)));
  }

  private static List<Check> worst(List<Check> all) {
    Map<CheckName, Check> byName = new TreeMap<>();
    all.forEach(check ->
        byName.merge(check.name(), check, (one, other) -> rank(one) >= rank(other) ? one : other));
    return List.copyOf(byName.values());
  }

  private static int rank(Check check) {
    return switch (check.state()) {
      case SUCCESS -> 0;
      case PENDING -> 1;
      case ERROR, FAILURE -> 2;
    };
  }
}
