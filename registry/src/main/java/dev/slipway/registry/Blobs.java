package dev.slipway.registry;

import dev.slipway.model.Digest;
import dev.slipway.outbound.Answer.Answered;
import dev.slipway.outbound.Call;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Configurations and layers, which are known by their digests. Used by one thread. */
public final class Blobs {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;
  private static final String LOCATION = "location";
  private static final String BYTES = "application/octet-stream";

  private static final int TEXT_BYTES_MAX = 4 * 1024 * 1024;
  private static final long LAYER_BYTES_MAX = 8L << 30;
  private static final Duration FOR_A_LAYER = Duration.ofMinutes(20);

  private final Entrance entrance;

  Blobs(Entrance entrance) {
    this.entrance = entrance;
  }

  /** How a part got to where it is wanted. */
  public enum Way {
    /** It was there. */
    PRESENT,
    /** The registry took it over from another of its repositories; no byte of it travelled. */
    MOUNTED,
    /** It was read and written. */
    COPIED
  }

  /** Reads what is text, such as a configuration. */
  public String text(ImageName of, Descriptor part) throws Refusal {
    String what = part.digest() + " of " + of.anyVersion();
    if (part.size() > TEXT_BYTES_MAX) {
      throw new Refusal("answer-too-large", "The image's configuration is too long: " + what + ".");
    }
    Call call = Call.get(address(of, part.digest()), Map.of());
    Answered answer = entrance.ask(of.host(), Scope.reading(of.repository()), call);
    Statuses.expect(OK, answer, what);
    Statuses.whole(answer, what);
    if (!Sha256.of(answer.body()).equals(part.digest())) {
      throw Statuses.another(what);
    }
    return answer.body();
  }

  public boolean has(ImageName of, Digest digest) throws Refusal {
    Call call = Call.of(Call.Method.HEAD, address(of, digest), Map.of());
    Answered answer = entrance.ask(of.host(), Scope.reading(of.repository()), call);
    if (answer.status() != NOT_FOUND) {
      Statuses.expect(OK, answer, digest + " of " + of.anyVersion());
    }
    return answer.status() == OK;
  }

  /** Puts text there, unless it is there. */
  public Way put(ImageName to, String text) throws Refusal {
    Digest digest = Sha256.of(text);
    if (has(to, digest)) {
      return Way.PRESENT;
    }
    finish(to, digest, upload(to), new Call.Content.Text(text));
    return Way.COPIED;
  }

  /**
   * Has a part of one image at another one, by the least way: it may be there, the registry may
   * take it over by itself, or it is read and written.
   *
   * @param room a folder for one file
   */
  public Way bring(Descriptor part, ImageName from, ImageName to, Path room) throws Refusal {
    if (has(to, part.digest())) {
      return Way.PRESENT;
    }
    URI upload;
    if (from.host().equals(to.host())) {
      Answered answer = mount(part.digest(), from, to);
      if (answer.status() == CREATED) {
        return Way.MOUNTED;
      }
      Statuses.expect(ACCEPTED, answer, part.digest() + " of " + to.anyVersion());
      upload = location(to, answer);
    } else {
      upload = upload(to);
    }
    copy(part, from, to, upload, room);
    return Way.COPIED;
  }

  private Answered mount(Digest digest, ImageName from, ImageName to) throws Refusal {
    String url =
        uploads(to) + "?mount=" + encoded(digest.value()) + "&from=" + encoded(from.repository());
    Call call = Call.of(Call.Method.POST, url, Map.of()).wanting(Set.of(LOCATION));
    return entrance.ask(to.host(), Scope.mounting(to.repository(), from.repository()), call);
  }

  private URI upload(ImageName to) throws Refusal {
    Call call = Call.of(Call.Method.POST, uploads(to), Map.of()).wanting(Set.of(LOCATION));
    Answered answer = entrance.ask(to.host(), Scope.writing(to.repository()), call);
    Statuses.expect(ACCEPTED, answer, to.anyVersion());
    return location(to, answer);
  }

  private URI location(ImageName to, Answered answer) throws Refusal {
    return Statuses.sameHost(uploads(to), answer.header(LOCATION).orElse(""));
  }

  private void copy(Descriptor part, ImageName from, ImageName to, URI upload, Path room)
      throws Refusal {
    String what = part.digest() + " of " + from.anyVersion();
    if (part.size() > LAYER_BYTES_MAX) {
      throw new Refusal(
          "layer-too-large",
          "A layer has more than %d GiB: %s.".formatted(LAYER_BYTES_MAX >> 30, what));
    }
    Path file = room.resolve(part.digest().hex());
    try {
      Call call = Call.get(address(from, part.digest()), Map.of()).within(FOR_A_LAYER);
      Answered answer =
          entrance.fetch(from.host(), Scope.reading(from.repository()), call, file, part.size());
      Statuses.expect(OK, answer, what);
      if (answer.cut() || !Sha256.of(file).equals(part.digest())) {
        throw Statuses.another(what);
      }
      finish(to, part.digest(), upload, new Call.Content.OfFile(file));
    } catch (IOException unreadable) {
      throw new Refusal("no-room", "What was copied cannot be kept in " + room + " meanwhile.");
    } finally {
      remove(file);
    }
  }

  private void finish(ImageName to, Digest digest, URI upload, Call.Content content)
      throws Refusal {
    char next = upload.getRawQuery() == null ? '?' : '&';
    String url = upload + (next + "digest=" + encoded(digest.value()));
    Call call =
        Call.of(Call.Method.PUT, url, Map.of("Content-Type", BYTES))
            .with(content)
            .within(FOR_A_LAYER);
    Answered answer = entrance.ask(to.host(), Scope.writing(to.repository()), call);
    Statuses.expect(CREATED, answer, digest + " of " + to.anyVersion());
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // The folder is removed with all that is in it by whoever made it.
    }
  }

  private String address(ImageName of, Digest digest) {
    return entrance.root(of.host()) + "/v2/" + of.repository() + "/blobs/" + digest;
  }

  private String uploads(ImageName to) {
    return entrance.root(to.host()) + "/v2/" + to.repository() + "/blobs/uploads/";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
