package dev.slipway.outlet.github;

import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.need.Need;
import dev.slipway.model.notification.Receiver.GitHubDeployments;
import dev.slipway.outlet.JsonBody;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The deployment that GitHub is asked for before a delivery starts. Its payload says on which terms
 * it was, so that one that was made on others, such as to tell that people are asked to approve,
 * does not stand in for it. Pure; thread-safe.
 */
public record AskedDeployment(Need.DeploymentOf need) {

  /** Under which key of its payload a deployment says on which terms it was asked for. */
  public static final String TERMS = "asked";

  /** The environment's name at GitHub. */
  public String environment() {
    return DeploymentOutlet.environment(how(), need.delivery().placement());
  }

  /** By what the deployment of the delivery is known. */
  public String delivery() {
    return need.organisation() + "/" + need.delivery();
  }

  /** What GitHub was to look at and to do first, as JSON. */
  public String terms() {
    return JsonBody.of(json -> {
      if (need.asked().checks().isPresent()) {
        json.writeArrayFieldStart("checks");
        for (CheckName check : need.asked().checks().orElseThrow()) {
          json.writeString(check.value());
        }
        json.writeEndArray();
      }
      json.writeBooleanField("auto_merge", need.asked().autoMerge());
    });
  }

  /** The deployment, as JSON. */
  public String deployment() {
    Map<String, String> payload = Map.of(DeploymentOutlet.KEY, delivery(), TERMS, terms());
    return new DeploymentBody(
            how(), need.sha(), environment(), need.delivery().toString(), new TreeMap<>(payload))
        .json();
  }

  private GitHubDeployments how() {
    DeploymentPolicy asked = need.asked();
    return new GitHubDeployments(
        asked.context(),
        asked.checks(),
        asked.autoMerge(),
        asked.temporary(),
        asked.production(),
        Optional.empty());
  }
}
