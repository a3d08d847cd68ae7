package dev.slipway.outlet.sentry;

import dev.slipway.model.Sha;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Pages;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.Visible;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A release, which is the commit, and that it was deployed: two messages, the release first. A
 * release may be made again and again, so both are sent each time. Told is what came into force;
 * all else is nothing to Sentry. Pure; thread-safe.
 *
 * @param url where Sentry is reached, without what its API adds
 * @param organization its slug at Sentry
 * @param projects their slugs at Sentry
 * @param link where people read about deliveries; absent where nobody said
 * @see <a href="https://docs.sentry.io/api/releases/">Sentry's Releases API</a>
 */
public record SentryOutlet(
    String url, String organization, List<String> projects, Optional<String> link) {

  private static final int NAME_MAX = 64;

  public SentryOutlet {
    projects = List.copyOf(projects);
  }

  /** The commit that was deployed; empty where nothing was, or it is not known any more. */
  public static Optional<Sha> deployed(Telling telling) {
    if (telling.rehearsal()) {
      return Optional.empty();
    }
    return switch (telling.last().occasion()) {
      case SETTLED, ROLLED_BACK -> telling.last().sha();
      case QUEUED, STARTED, WAITING_FOR_APPROVAL, BYPASSED, STUCK, FAILED, CANCELLED ->
          Optional.empty();
    };
  }

  /** Where releases are made. */
  public String releases() {
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return base + "/api/0/organizations/" + organization + "/releases/";
  }

  /** Where deploys of a release are made. */
  public String deploys(Sha sha) {
    return releases() + sha + "/deploys/";
  }

  /** The release. */
  public Message release(Sha sha) {
    String body =
        JsonBody.of(json -> {
          json.writeStringField("version", sha.value());
          json.writeArrayFieldStart("projects");
          for (String project : projects) {
            json.writeString(project);
          }
          json.writeEndArray();
        });
    return new Message(new TreeMap<>(), body);
  }

  /** That it was deployed. */
  public Message deploy(Telling telling) {
    Happening last = telling.last();
    String body =
        JsonBody.of(json -> {
          json.writeStringField("environment", last.placement().environment().value());
          json.writeStringField("name", name(last));
          Optional<String> page = Pages.ofDelivery(link, last);
          if (page.isPresent()) {
            json.writeStringField("url", page.orElseThrow());
          }
          if (last.started().isPresent()) {
            json.writeStringField("dateStarted", last.started().orElseThrow().toString());
          }
          json.writeStringField("dateFinished", last.at().toString());
        });
    return new Message(new TreeMap<>(), body);
  }

  private static String name(Happening last) {
    return Visible.of(
        last.placement() + last.number().map(number -> "#" + number).orElse(""), NAME_MAX);
  }
}
