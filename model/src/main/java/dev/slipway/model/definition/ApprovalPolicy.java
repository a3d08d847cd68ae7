package dev.slipway.model.definition;

import dev.slipway.model.GroupName;
import dev.slipway.model.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * People have to approve a delivery before it starts.
 *
 * @param of how many, 1 or more
 * @param role the least role whose word counts
 * @param selfAllowed whether the word of an author of the change, or of whoever asked for it,
 *     counts
 * @param expires how long an approval counts
 * @param from groups of which one has to be a member; absent where everybody with the role counts
 */
public record ApprovalPolicy(
    int of, Role role, boolean selfAllowed, Duration expires, Optional<List<GroupName>> from) {

  public ApprovalPolicy {
    from = from.map(List::copyOf);
  }

  /** One that asks for members of no group. */
  public ApprovalPolicy(int of, Role role, boolean selfAllowed, Duration expires) {
    this(of, role, selfAllowed, expires, Optional.empty());
  }

  /** The groups by name; none where everybody with the role counts. */
  public List<GroupName> groups() {
    return from.stream().flatMap(List::stream).sorted().toList();
  }
}
