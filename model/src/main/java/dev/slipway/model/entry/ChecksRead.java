package dev.slipway.model.entry;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import java.util.List;
import java.util.Optional;

/**
 * The checks of a commit of an application were read where they are kept. What is as it was known
 * to be is left out.
 *
 * @param checks those that are waited for, and something else than before
 * @param unread why they cannot be read at present; absent once they can
 */
public record ChecksRead(
    ApplicationName application, Sha sha, List<Check> checks, Optional<Reason> unread)
    implements Entry {

  public ChecksRead {
    checks = List.copyOf(checks);
  }
}
