package dev.slipway.model.need;

import dev.slipway.model.Reason;

/** What a Git host says to whoever asks it for the deployment of a delivery. */
public sealed interface DeploymentWord {

  Reason because();

  /** There is one, whether it was made now or before. */
  record There(Reason because) implements DeploymentWord {}

  /** There is none yet; asked again later, the host may make it. */
  record NotYet(Reason because) implements DeploymentWord {}

  /** There is none, and will be none of this commit as it is asked for. */
  record Declined(Reason because) implements DeploymentWord {}
}
