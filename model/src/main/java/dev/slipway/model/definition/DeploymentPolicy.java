package dev.slipway.model.definition;

import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * GitHub has to take a delivery as a deployment before it starts.
 *
 * @param context what the name of the environment there begins with; absent where nothing goes
 *     before it
 * @param checks what GitHub is to find green first; absent where that is all that it knows of
 * @param autoMerge whether GitHub first merges its default branch into what is behind it
 * @param temporary whether the environment will be gone some time
 * @param production whether people work with it
 * @param deadline how long it is asked, from when it was asked first
 */
public record DeploymentPolicy(
    Optional<String> context,
    Optional<List<CheckName>> checks,
    boolean autoMerge,
    boolean temporary,
    Production production,
    Duration deadline) {

  public DeploymentPolicy {
    checks = checks.map(List::copyOf);
  }
}
