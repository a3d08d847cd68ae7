package dev.slipway.model.layer;

import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import java.util.List;

/**
 * What has to be so of services that are declared elsewhere. It sets nothing; it only says no.
 *
 * @param owner who answers for it
 * @param rules all of which have to hold, as they are written
 */
public record PolicyDefinition(
    PolicyName name, OwnerName owner, Reach reach, List<PolicyRule> rules) implements Owned {

  /** How many policies an organisation may have; all that are for a service are judged. */
  public static final int POLICIES_MAX = 50;

  /** How many rules one may have. */
  public static final int RULES_MAX = 20;

  /** How large its document may be. */
  public static final int BYTES_MAX = 16 * 1024;

  public PolicyDefinition {
    rules = List.copyOf(rules);
  }

  @Override
  public String title() {
    return "policy/" + name;
  }
}
