package dev.slipway.model.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold in an environment before a delivery starts there, and before it settles.
 *
 * @param approval the first rule about approvals
 * @param further the rules about approvals after the first; apart from it, because there could be
 *     one only when the first ledgers were written
 * @param bake how long every target has to be healthy with what is new before it settles
 * @param resources what has to be at a version; absent when nothing has
 * @param deployment what GitHub is asked before it starts; absent when nothing is
 */
public record GuardrailPolicy(
    Optional<ApprovalPolicy> approval,
    Optional<List<ApprovalPolicy>> further,
    Optional<ChecksPolicy> checks,
    Optional<SoakPolicy> soak,
    Optional<Duration> bake,
    Optional<List<ResourcePolicy>> resources,
    Optional<DeploymentPolicy> deployment) {

  /** Nothing is asked for. */
  public static final GuardrailPolicy NONE =
      new GuardrailPolicy(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public GuardrailPolicy {
    further = further.map(List::copyOf);
    resources = resources.map(List::copyOf);
  }

  /** The same with these rules about approvals, all of which must be met. */
  public GuardrailPolicy with(List<ApprovalPolicy> asked) {
    List<ApprovalPolicy> rest = asked.stream().skip(1).toList();
    return new GuardrailPolicy(
        asked.stream().findFirst(),
        rest.isEmpty() ? Optional.empty() : Optional.of(rest),
        checks,
        soak,
        bake,
        resources,
        deployment);
  }

  public GuardrailPolicy with(ChecksPolicy asked) {
    return new GuardrailPolicy(
        approval, further, Optional.of(asked), soak, bake, resources, deployment);
  }

  public GuardrailPolicy with(SoakPolicy asked) {
    return new GuardrailPolicy(
        approval, further, checks, Optional.of(asked), bake, resources, deployment);
  }

  /** The same, and what is new bakes for so long. */
  public GuardrailPolicy baking(Duration time) {
    return new GuardrailPolicy(
        approval, further, checks, soak, Optional.of(time), resources, deployment);
  }

  /** The same, where these resources have to be at a version. */
  public GuardrailPolicy needing(List<ResourcePolicy> needed) {
    return new GuardrailPolicy(
        approval,
        further,
        checks,
        soak,
        bake,
        needed.isEmpty() ? Optional.empty() : Optional.of(needed),
        deployment);
  }

  /** The same, where GitHub is asked too. */
  public GuardrailPolicy with(DeploymentPolicy asked) {
    return new GuardrailPolicy(
        approval, further, checks, soak, bake, resources, Optional.of(asked));
  }

  /** Every rule about approvals. */
  public List<ApprovalPolicy> approvals() {
    return Stream.concat(approval.stream(), further.stream().flatMap(List::stream)).toList();
  }
}
