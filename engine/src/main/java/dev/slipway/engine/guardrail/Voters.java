package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.model.GroupName;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whom a rule asks, in words that name nobody.
 *
 * @param members how many people belong to the groups that it asks
 */
record Voters(ApprovalPolicy policy, int members) {

  static Voters of(Deliberation d, ApprovalPolicy policy) {
    return new Voters(policy, Approvals.members(d, policy).size());
  }

  /** That so many approvals are too few, and who may give another. */
  Reason missing(int have) {
    String few =
        "It has %d of %d %s"
            .formatted(have, policy.of(), policy.of() == 1 ? "approval" : "approvals");
    String sentence =
        areTooFew() ? "%s, and %s.".formatted(few, size()) : "%s. %s".formatted(few, who());
    return new Reason("approval-missing", sentence);
  }

  private String size() {
    return switch (members) {
      case 0 -> "nobody belongs to %s".formatted(groups(" or "));
      case 1 -> "one person only belongs to %s".formatted(groups(" or "));
      default -> "%d people only belong to %s".formatted(members, groups(" or "));
    };
  }

  /** What could be done, and by whom. */
  List<Way> ways(Delivery delivery) {
    Way approve =
        new Way(
            policy.role(),
            who(),
            "slipway approve %s --hash %s".formatted(delivery.id(), delivery.hash()));
    return areTooFew() ? List.of(add(policy.groups().getFirst()), approve) : List.of(approve);
  }

  private static Way add(GroupName group) {
    return new Way(
        Role.OWNER,
        "An owner of the whole organisation; slipway user list says who is who",
        "slipway group add %s PERSON".formatted(group));
  }

  private boolean areTooFew() {
    return !policy.groups().isEmpty() && members < policy.of();
  }

  private String who() {
    String role = policy.role().name().toLowerCase(Locale.ROOT);
    String them =
        policy.groups().isEmpty()
            ? "Whoever is %s there".formatted(role)
            : "Whoever belongs to %s and is %s there".formatted(groups(" or "), role);
    return policy.selfAllowed()
        ? "%s may approve it.".formatted(them)
        : "%s may approve it, but neither its authors nor who asked for it.".formatted(them);
  }

  private String groups(String between) {
    return policy.groups().stream().map(GroupName::value).collect(Collectors.joining(between));
  }
}
