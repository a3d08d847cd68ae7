package dev.slipway.registry;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageTag;
import dev.slipway.outbound.Answer.Answered;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Call;
import dev.slipway.outbound.Outbound;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What registries hold, and what is put there. A digest is recomputed over what came, and what does
 * not fit is not used. Used by one thread.
 */
public final class Registries {

  /** How much of a registry is borne: for one answer, and of one manifest or configuration. */
  public static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(60), 4 * 1024 * 1024);

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NOT_FOUND = 404;
  private static final int PAGE = 1000;
  private static final int PAGES_MAX = 20;

  private static final String TYPE = "content-type";
  private static final String DIGEST = "docker-content-digest";
  private static final String LINK = "link";
  private static final String ACCEPTED =
      String.join(
          ", ",
          Manifest.OCI_IMAGE,
          Manifest.OCI_INDEX,
          Manifest.DOCKER_IMAGE,
          Manifest.DOCKER_INDEX);
  private static final Pattern NEXT =
      Pattern.compile("<([^<>\\s]{1,2000})>\\s*;\\s*rel=\"?next\"?");

  private final Entrance entrance;

  public Registries(Outbound outbound, Access access) {
    entrance = new Entrance(outbound, access);
  }

  /**
   * What lies under a name now.
   *
   * @param digest of the text
   */
  public record Found(ImageName name, Digest digest, String mediaType, String text) {}

  /** Which image is meant now; empty where there is none. */
  public Optional<Digest> resolve(ImageName name) throws Refusal {
    Answered answer = manifest(Call.Method.HEAD, name);
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    Statuses.expect(OK, answer, name.toString());
    Optional<Digest> told = Statuses.digest(answer.header(DIGEST));
    // A registry that does not say it lets itself be asked for the whole.
    return told.isPresent() ? told : Optional.of(read(name).digest());
  }

  public Found read(ImageName name) throws Refusal {
    Answered answer = manifest(Call.Method.GET, name);
    if (answer.status() == NOT_FOUND) {
      throw new Refusal(
          "image-not-found", "There is no %s; look for what is misspelt.".formatted(name));
    }
    Statuses.expect(OK, answer, name.toString());
    Statuses.whole(answer, name.toString());
    Digest digest = Sha256.of(answer.body());
    Optional<Digest> told = Statuses.digest(answer.header(DIGEST));
    if (name.digest().or(() -> told).filter(it -> !it.equals(digest)).isPresent()) {
      throw Statuses.another(name.toString());
    }
    String mediaType = answer.header(TYPE).orElse("").replaceFirst("\\s*;.*", "");
    return new Found(name.pinned(digest), digest, mediaType, answer.body());
  }

  private Answered manifest(Call.Method method, ImageName name) throws Refusal {
    Call call =
        Call.of(method, manifests(name, name.version()), Map.of("Accept", ACCEPTED))
            .wanting(Set.of(DIGEST, TYPE));
    return entrance.ask(name.host(), Scope.reading(name.repository()), call);
  }

  /** All tags of an image, page by page. */
  public List<String> tags(ImageName name) throws Refusal {
    String first = entrance.root(name.host()) + "/v2/" + name.repository() + "/tags/list?n=" + PAGE;
    List<String> tags = new ArrayList<>();
    Optional<String> page = Optional.of(first);
    for (int pages = 0; page.isPresent(); pages++) {
      if (pages == PAGES_MAX) {
        throw new Refusal(
            "too-many-tags",
            "%s has more tags than the %d that are read; remove old ones."
                .formatted(name.anyVersion(), PAGE * PAGES_MAX));
      }
      Call call = Call.get(page.get(), Map.of("Accept", "application/json")).wanting(Set.of(LINK));
      Answered answer = entrance.ask(name.host(), Scope.reading(name.repository()), call);
      Statuses.expect(OK, answer, name.anyVersion());
      Statuses.whole(answer, name.anyVersion());
      tags.addAll(tags(answer.body()));
      page = next(first, answer);
    }
    return List.copyOf(tags);
  }

  /** What is no tag is left out: it could not be asked for either. */
  private static List<String> tags(String body) throws Refusal {
    return Json.object(body, "tags-malformed", "The list of tags")
        .path("tags")
        .valueStream()
        .map(Json::string)
        .filter(ImageTag::is)
        .toList();
  }

  private static Optional<String> next(String first, Answered answer) throws Refusal {
    Matcher next = NEXT.matcher(answer.header(LINK).orElse(""));
    if (!next.find()) {
      return Optional.empty();
    }
    URI page = Statuses.sameHost(first, next.group(1));
    if (!page.getRawPath().equals(URI.create(first).getRawPath())) {
      throw new Refusal("leads-elsewhere", "The list of tags goes on somewhere else.");
    }
    return Optional.of(page.toString());
  }

  /** Puts a manifest under a tag. */
  public void write(ImageName name, String mediaType, String text) throws Refusal {
    Call call =
        Call.of(
                Call.Method.PUT,
                manifests(name, name.tag().orElseThrow()),
                new TreeMap<>(Map.of("Content-Type", mediaType)))
            .with(new Call.Content.Text(text))
            .wanting(Set.of(DIGEST));
    Answered answer = entrance.ask(name.host(), Scope.writing(name.repository()), call);
    Statuses.expect(CREATED, answer, name.toString());
    Digest digest = Sha256.of(text);
    if (Statuses.digest(answer.header(DIGEST)).filter(it -> !it.equals(digest)).isPresent()) {
      throw Statuses.another(name.toString());
    }
  }

  private String manifests(ImageName name, String version) {
    return entrance.root(name.host()) + "/v2/" + name.repository() + "/manifests/" + version;
  }

  /** The parts of images, at the same registries and as the same person. */
  public Blobs blobs() {
    return new Blobs(entrance);
  }
}
