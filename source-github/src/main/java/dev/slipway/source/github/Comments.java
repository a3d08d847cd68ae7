package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.slipway.model.Reason;
import dev.slipway.outbound.Answer;
import dev.slipway.source.PullRequests.Said;
import dev.slipway.source.Reading;
import dev.slipway.source.Recent;
import dev.slipway.source.webhook.Digests;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Our comments at pull requests, at most one of a name at each. One is found again by a mark that
 * nobody sees, and by being written by ourselves: anybody may write our mark. Its number is kept in
 * memory alone; whoever starts anew looks for it. Blocks on I/O; thread-safe.
 *
 * @see <a href="https://docs.github.com/rest/issues/comments">GitHub: comments of issues</a>
 */
final class Comments {

  /** Each may be 64 KiB of words, and all of a page have to fit. */
  private static final int PER_PAGE = 25;

  private static final int PAGES_MAX = 40;

  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern WANTED = Pattern.compile("[0-9]{1,3}\\.(id|body|user\\.login)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final Recent<Place, Comment> known = new Recent<>();

  /** Where a comment is. */
  private record Place(String host, GitHubHost.Named repository, int number, String name) {}

  /**
   * A comment of ours.
   *
   * @param print of what it says, which may be long
   */
  private record Comment(String id, String print) {}

  /** The line that begins our comment of a name; it says nothing to whoever reads the page. */
  static String mark(String name) {
    // Two hyphens in a row end a comment of HTML for some readers.
    return "<!-- slipway:%s -->".formatted(URLEncoder.encode(name, UTF_8).replace("-", "%2D"));
  }

  Reading<Said> say(GitHubApis.Place at, int number, String name, String text) {
    Place place = new Place(at.api().host().name(), at.repository(), number, name);
    String whole = mark(name) + "\n" + text;
    Optional<Comment> before = known.get(place);
    if (before.isEmpty()) {
      return soughtAndSaid(at, place, whole);
    }
    Comment comment = before.orElseThrow();
    return isSame(comment, whole)
        ? new Reading.Read<>(Said.SAME)
        : patched(at, comment, whole)
            .then(answer -> {
              // Somebody may have deleted it meanwhile; then it is looked for, and made anew.
              if (answer.status() == 404 || answer.status() == 410) {
                known.remove(place, comment);
                return soughtAndSaid(at, place, whole);
              }
              return edited(at, place, comment.id(), whole, answer);
            });
  }

  private Reading<Said> soughtAndSaid(GitHubApis.Place at, Place place, String whole) {
    return at.api()
        .login()
        .then(login -> found(at, place, login, 1))
        .then(found -> {
          found.ifPresent(comment -> known.put(place, comment));
          return found
              .map(comment ->
                  isSame(comment, whole)
                      ? new Reading.Read<>(Said.SAME)
                      : patched(at, comment, whole)
                          .then(answer -> edited(at, place, comment.id(), whole, answer)))
              .orElseGet(() -> made(at, place, whole));
        });
  }

  private static Reading<Optional<Comment>> found(
      GitHubApis.Place at, Place place, String login, int page) {
    String path =
        "/repos/%s/issues/%d/comments?per_page=%d&page=%d"
            .formatted(at.repository(), place.number(), PER_PAGE, page);
    return asked(at, (line, bearer) -> line.get(path, bearer, Optional.empty()))
        .then(answer -> answer.status() == 200 ? read(at, answer) : Rights.refused(at, answer))
        .then(all -> {
          Optional<Comment> ours = ours(all, mark(place.name()), login);
          if (ours.isPresent() || !all.containsKey((PER_PAGE - 1) + ".id")) {
            return new Reading.Read<>(ours);
          }
          return page < PAGES_MAX
              ? found(at, place, login, page + 1)
              : new Reading.Unusable<>(
                  new Reason(
                      "too-many-comments",
                      "It has more than %d comments; no more are read."
                          .formatted(PAGES_MAX * PER_PAGE)));
        });
  }

  private static Reading<Map<String, String>> read(GitHubApis.Place at, Answer.Answered answer) {
    return Optional.of(answer.body())
        .filter(body -> !answer.cut() && body.stripLeading().startsWith("["))
        .flatMap(body -> Flat.read(body, where -> WANTED.matcher(where).matches()))
        .<Reading<Map<String, String>>>map(Reading.Read::new)
        .orElseGet(() -> Rights.unreadable(at, "comments"));
  }

  /** The first one with the mark that was written by ourselves. */
  private static Optional<Comment> ours(Map<String, String> all, String mark, String login) {
    return IntStream.range(0, PER_PAGE)
        .mapToObj(Integer::toString)
        .filter(at -> login.equals(all.get(at + ".user.login")))
        .filter(at -> all.getOrDefault(at + ".body", "").startsWith(mark))
        .flatMap(at ->
            Optional.ofNullable(all.get(at + ".id"))
                .filter(id -> NUMBER.matcher(id).matches())
                .map(id -> new Comment(id, print(all.getOrDefault(at + ".body", ""))))
                .stream())
        .findFirst();
  }

  private Reading<Said> made(GitHubApis.Place at, Place place, String whole) {
    String path = "/repos/%s/issues/%d/comments".formatted(at.repository(), place.number());
    return asked(at, (line, bearer) -> line.post(path, bearer, body(whole)))
        .then(answer ->
            Optional.of(answer)
                .filter(it -> it.status() == 201)
                .flatMap(it -> Flat.read(it.body(), "id"::equals))
                .flatMap(all -> Optional.ofNullable(all.get("id")))
                .filter(id -> NUMBER.matcher(id).matches())
                .<Reading<Said>>map(id -> {
                  known.put(place, new Comment(id, print(whole)));
                  return new Reading.Read<>(Said.MADE);
                })
                .orElseGet(() -> Rights.refused(at, answer)));
  }

  private static Reading<Answer.Answered> patched(
      GitHubApis.Place at, Comment comment, String whole) {
    String path = "/repos/%s/issues/comments/%s".formatted(at.repository(), comment.id());
    return asked(at, (line, bearer) -> line.patch(path, bearer, body(whole)));
  }

  private Reading<Said> edited(
      GitHubApis.Place at, Place place, String id, String whole, Answer.Answered answer) {
    if (answer.status() != 200) {
      return Rights.refused(at, answer);
    }
    known.put(place, new Comment(id, print(whole)));
    return new Reading.Read<>(Said.EDITED);
  }

  private static boolean isSame(Comment comment, String whole) {
    return comment.print().equals(print(whole));
  }

  /** Hosts end lines in either way, and keep no blanks at the end. */
  private static String print(String text) {
    return Digests.name(text.replace("\r\n", "\n").strip().getBytes(UTF_8));
  }

  private static Reading<Answer.Answered> asked(
      GitHubApis.Place at, BiFunction<Line, String, Reading<Answer.Answered>> asking) {
    return at.api().asked(at.repository(), Purpose.COMMENT, asking);
  }

  private static String body(String text) {
    StringWriter body = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      json.writeStartObject();
      json.writeStringField("body", text);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return body.toString();
  }
}
