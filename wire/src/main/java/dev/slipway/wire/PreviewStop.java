package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What would become of a commit in one environment, if it went there alone.
 *
 * @param from the delivery in force; absent before the first
 * @param to the commit; absent where it would be refused
 * @param refused why it would not be taken
 * @param further why else
 * @param more how many reasons are left out after these
 * @param behind what it would wait for before its turn
 * @param targets what would be changed there, by name
 * @param services those that would differ; none when all would be as they are
 * @param guardrails what they say of its start by now
 * @param destroys what could not be had back
 * @param brings the commits that come; absent where nobody asked
 * @param takesBack the commits that go; absent where nobody asked
 */
public record PreviewStop(
    String environment,
    Optional<Compared> from,
    Optional<Meaning> to,
    Optional<Reason> refused,
    List<Reason> further,
    int more,
    Optional<Reason> behind,
    List<String> targets,
    List<ServiceDifference> services,
    List<PreviewVerdict> guardrails,
    List<Reason> destroys,
    Optional<CommitList> brings,
    Optional<CommitList> takesBack) {
  public PreviewStop {
    further = List.copyOf(further);
    targets = List.copyOf(targets);
    services = List.copyOf(services);
    guardrails = List.copyOf(guardrails);
    destroys = List.copyOf(destroys);
  }
}
