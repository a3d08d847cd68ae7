package dev.slipway.outlet.github;

import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Receiver.GitHubDeployments;
import dev.slipway.outlet.JsonBody;
import java.util.Map;
import java.util.SortedMap;

/**
 * A deployment as GitHub is asked for it. Pure; thread-safe.
 *
 * @param how what it is to be
 * @param environment as GitHub calls it
 * @param who the delivery
 * @param payload what it is found by
 * @see <a href="https://docs.github.com/rest/deployments/deployments">GitHub: deployments</a>
 */
record DeploymentBody(
    GitHubDeployments how,
    Sha sha,
    String environment,
    String who,
    SortedMap<String, String> payload) {

  String json() {
    return JsonBody.of(json -> {
      json.writeStringField("ref", sha.value());
      json.writeStringField("task", DeploymentOutlet.TASK);
      json.writeBooleanField("auto_merge", how.autoMerge());
      if (how.checks().isPresent()) {
        json.writeArrayFieldStart("required_contexts");
        for (CheckName check : how.checks().orElseThrow()) {
          json.writeString(check.value());
        }
        json.writeEndArray();
      }
      json.writeObjectFieldStart("payload");
      for (Map.Entry<String, String> field : payload.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
      json.writeStringField("environment", environment);
      json.writeStringField("description", who);
      json.writeBooleanField("transient_environment", how.temporary());
      switch (how.production()) {
        case BY_NAME -> {}
        case YES -> json.writeBooleanField("production_environment", true);
        case NO -> json.writeBooleanField("production_environment", false);
      }
    });
  }
}
