package dev.slipway.outlet.github;

import dev.slipway.model.Placement;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Pages;
import dev.slipway.outlet.Telling;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A delivery as a deployment at GitHub: what the deployment is, and its state. The deployment knows
 * the delivery by its number, so that it is found again and not made twice. Pure; thread-safe.
 *
 * <pre>
 *   waiting for approval     queued
 *   started                  in_progress
 *   stuck                    error
 *   settled, rolled back     success
 *   failed                   failure
 *   cancelled                inactive
 *   anything else            none
 * </pre>
 *
 * @param link where people read about deliveries; absent where nobody said
 * @see <a href="https://docs.github.com/rest/deployments/deployments">GitHub: deployments</a>
 */
public record DeploymentOutlet(Receiver.GitHubDeployments receiver, Optional<String> link) {

  /** What is done, as GitHub calls it; all of ours are the same. */
  public static final String TASK = "deploy";

  /** Under which key of its payload a deployment knows the delivery. */
  public static final String KEY = "slipway";

  /** Whether what is told has a deployment at all. */
  public static boolean isDeployment(Telling telling) {
    return !telling.rehearsal()
        && telling.last().sha().isPresent()
        && telling.last().number().isPresent()
        && state(telling.last().occasion()).isPresent();
  }

  /** The environment's name at GitHub. */
  public String environment(Telling telling) {
    return environment(receiver, telling.last().placement());
  }

  static String environment(Receiver.GitHubDeployments how, Placement placement) {
    String environment = placement.environment().value();
    return how.context().map(context -> context + "/" + environment).orElse(environment);
  }

  /** By what the deployment of a delivery is known. */
  public static String delivery(Telling telling) {
    return telling.organisation() + "/" + Said.who(telling.last());
  }

  /** The deployment, as JSON. */
  public String deployment(Telling telling) {
    return new DeploymentBody(
            receiver,
            telling.last().sha().orElseThrow(),
            environment(telling),
            Said.who(telling.last()),
            new TreeMap<>(Map.of(KEY, delivery(telling))))
        .json();
  }

  /** How it stands with it, as JSON. */
  public String status(Telling telling) {
    Happening last = telling.last();
    Optional<String> log = Pages.ofDelivery(link, last);
    Optional<String> url = receiver.url().or(() -> Pages.ofPlace(link, last));
    return JsonBody.of(json -> {
      json.writeStringField("state", state(last.occasion()).orElseThrow());
      json.writeStringField("description", Said.of(last));
      if (log.isPresent()) {
        json.writeStringField("log_url", log.orElseThrow());
      }
      if (url.isPresent()) {
        json.writeStringField("environment_url", url.orElseThrow());
      }
    });
  }

  private static Optional<String> state(Occasion occasion) {
    return switch (occasion) {
      case WAITING_FOR_APPROVAL -> Optional.of("queued");
      case STARTED -> Optional.of("in_progress");
      case STUCK -> Optional.of("error");
      case SETTLED, ROLLED_BACK -> Optional.of("success");
      case FAILED -> Optional.of("failure");
      case CANCELLED -> Optional.of("inactive");
      case QUEUED, BYPASSED -> Optional.empty();
    };
  }
}
