package dev.slipway.model.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold in an environment before a delivery starts there.
 *
 * @param approval the first rule about approvals
 * @param further the rules about approvals after the first; apart from it, because there could be
 *     one only when the first ledgers were written
 */
public record GuardrailPolicy(
    Optional<ApprovalPolicy> approval,
    Optional<ChecksPolicy> checks,
    Optional<List<ApprovalPolicy>> further) {

  public GuardrailPolicy {
    further = further.map(List::copyOf);
  }

  /** One with these rules about approvals, all of which must be met. */
  public static GuardrailPolicy of(List<ApprovalPolicy> approvals, Optional<ChecksPolicy> checks) {
    List<ApprovalPolicy> further = approvals.stream().skip(1).toList();
    return new GuardrailPolicy(
        approvals.stream().findFirst(),
        checks,
        further.isEmpty() ? Optional.empty() : Optional.of(further));
  }

  /** Every rule about approvals. */
  public List<ApprovalPolicy> approvals() {
    return Stream.concat(approval.stream(), further.stream().flatMap(List::stream)).toList();
  }
}
