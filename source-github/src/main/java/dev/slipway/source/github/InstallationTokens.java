package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.source.Reading;
import dev.slipway.source.Recent;
import dev.slipway.source.github.GitHubHost.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tokens that a GitHub App is given, each for one repository and for what is done there and
 * nothing else. One is used until shortly before it expires. Where GitHub does not believe the time
 * at which the App says who it is, it is believed what time it is there. Thread-safe.
 *
 * @see <a
 *     href="https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation">
 *     GitHub: authenticating as a GitHub App installation</a>
 */
final class InstallationTokens implements Bearers {

  /** A request that was begun with a token has to be over before it expires. */
  private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);

  /** GitHub's are for an hour; whatever it says, none is used for longer. */
  private static final Duration LIFE_MAX = Duration.ofHours(1);

  /** A clock that is further off than this is somebody's matter. */
  private static final Duration SKEW_MAX = Duration.ofHours(1);

  /** A clock that is off by less was not why GitHub did not believe. */
  private static final Duration SKEW_MIN = Duration.ofSeconds(30);

  private final Line line;
  private final GitHubAccess.App access;
  private final InstantSource clock;
  private final Recent<Wanted, Held> held = new Recent<>();
  private volatile Duration skew = Duration.ZERO;

  private record Wanted(Named repository, Purpose purpose) {}

  private record Held(String token, Instant until) {}

  InstallationTokens(Line line, GitHubAccess.App access, InstantSource clock) {
    this.line = line;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Reading<String> bearer(Named repository, Purpose purpose) {
    Wanted wanted = new Wanted(repository, purpose);
    return held(wanted)
        .<Reading<String>>map(Reading.Read::new)
        .orElseGet(() ->
            access
                .key()
                .get()
                .then(pem ->
                    AppKey.read(pem).map(key -> fetched(key, wanted)).orElseGet(this::noKey)));
  }

  @Override
  public boolean renews(Named repository, Purpose purpose, String refused) {
    Wanted wanted = new Wanted(repository, purpose);
    held.get(wanted)
        .filter(it -> it.token().equals(refused))
        .ifPresent(it -> held.remove(wanted, it));
    return true;
  }

  @Override
  public Reading<String> login(Line there) {
    return access
        .key()
        .get()
        .then(pem -> AppKey.read(pem).map(this::ownLogin).orElseGet(this::noKey));
  }

  private Reading<String> ownLogin(AppKey key) {
    return asApp(key, jwt -> line.get("/app", jwt, Optional.empty()))
        .then(answer -> Logins.app(line.host(), answer));
  }

  private Optional<String> held(Wanted wanted) {
    return held.get(wanted).filter(it -> clock.instant().isBefore(it.until())).map(Held::token);
  }

  private Reading<String> fetched(AppKey key, Wanted wanted) {
    String path = "/repos/%s/installation".formatted(wanted.repository());
    return asApp(key, jwt -> line.get(path, jwt, Optional.empty()))
        .then(answer ->
            Optional.of(answer)
                .filter(it -> it.status() == 200)
                .flatMap(InstallationTokens::number)
                .map(installation -> token(key, wanted, installation))
                .orElseGet(() -> refused(answer.status(), wanted)));
  }

  private Reading<String> token(AppKey key, Wanted wanted, String installation) {
    String path = "/app/installations/%s/access_tokens".formatted(installation);
    return asApp(key, jwt -> line.post(path, jwt, body(wanted)))
        .then(answer ->
            Optional.of(answer)
                .filter(it -> it.status() == 201)
                .flatMap(this::given)
                .<Reading<String>>map(it -> {
                  held.put(wanted, it);
                  return new Reading.Read<>(it.token());
                })
                .orElseGet(() -> refused(answer.status(), wanted)));
  }

  /** Says who it is, and once more by GitHub's own clock where it is not believed. */
  private Reading<Answer.Answered> asApp(
      AppKey key, Function<String, Reading<Answer.Answered>> asking) {
    Reading<Answer.Answered> first = asking.apply(key.token(access.app(), there()));
    if (first instanceof Reading.Read<Answer.Answered>(Answer.Answered answer)
        && answer.status() == 401
        && isSkewed(answer)) {
      return asking.apply(key.token(access.app(), there()));
    }
    return first;
  }

  private Instant there() {
    return clock.instant().plus(skew);
  }

  /** Whether GitHub has another time than was thought; then it is thought so no more. */
  private boolean isSkewed(Answer.Answered answer) {
    Optional<Duration> told =
        answer
            .header(Line.DATE)
            .flatMap(InstallationTokens::date)
            .map(date -> Duration.between(clock.instant(), date))
            .filter(it -> it.abs().compareTo(SKEW_MAX) <= 0)
            .filter(it -> it.minus(skew).abs().compareTo(SKEW_MIN) > 0);
    told.ifPresent(it -> skew = it);
    return told.isPresent();
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> number(Answer.Answered answer) {
    return Flat.read(answer.body())
        .flatMap(all -> Optional.ofNullable(all.get("id")))
        .filter(id -> id.matches("[0-9]{1,18}"));
  }

  private Optional<Held> given(Answer.Answered answer) {
    Map<String, String> all = Flat.read(answer.body()).orElseGet(Map::of);
    try {
      Instant expiry = OffsetDateTime.parse(all.getOrDefault("expires_at", "")).toInstant();
      Instant now = there();
      Instant most = now.plus(LIFE_MAX);
      Instant until = (expiry.isAfter(most) ? most : expiry).minus(BEFORE_EXPIRY).minus(skew);
      return Optional.ofNullable(all.get("token"))
          .filter(token -> token.matches("[!-~]{1,1000}"))
          .map(token -> new Held(token, until));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Names of repositories and permissions hold nothing that JSON would have to hide. */
  private static String body(Wanted wanted) {
    String permissions =
        wanted.purpose().permissions().entrySet().stream()
            .map(it -> "\"%s\":\"%s\"".formatted(it.getKey(), it.getValue()))
            .collect(Collectors.joining(","));
    return "{\"repositories\":[\"%s\"],\"permissions\":{%s}}"
        .formatted(wanted.repository().name(), permissions);
  }

  private Reading<String> noKey() {
    return unavailable(
        "github-app-key",
        "The file of the App %s holds no RSA private key as PEM, without a password, of 2048 bits"
                .formatted(access.app())
            + " or more; put the one there that GitHub made.");
  }

  private Reading<String> refused(int status, Wanted wanted) {
    String at = line.host().name();
    String app = access.app();
    Named repository = wanted.repository();
    return switch (status) {
      case 301, 302, 307, 308 ->
          unavailable(
              "github-moved",
              "%s says that the repository lies elsewhere; register its new address."
                  .formatted(at));
      case 401 ->
          unavailable(
              "github-app",
              "%s knows no App %s with this key; make a new key at its page, and put it in the file."
                  .formatted(at, app));
      case 403 ->
          unavailable(
              "github-app-suspended",
              "%s suspended the App %s for %s; have its owner let it in again."
                  .formatted(at, app, repository));
      case 404 ->
          unavailable(
              "github-app-not-installed",
              "At %s the App %s is not installed for %s; have its owner install it there."
                  .formatted(at, app, repository));
      case 422 ->
          unavailable(
              "github-app-permissions",
              "At %s the App %s lacks permissions for %s (%s); grant them at its page, and have"
                      .formatted(at, app, repository, permissions(wanted))
                  + " the owner accept them.");
      default ->
          unavailable(
              "github-answer", "%s answered the App %s with %d.".formatted(at, app, status));
    };
  }

  private static String permissions(Wanted wanted) {
    return wanted.purpose().permissions().entrySet().stream()
        .map(it -> it.getKey() + ": " + it.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Reading<String> unavailable(String code, String sentence) {
    return new Reading.Unavailable<>(new Reason(code, sentence));
  }
}
