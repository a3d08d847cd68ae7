package dev.slipway.model.entry;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.Origin;
import java.util.List;

/**
 * A group of environments exists, is declared anew, or has one environment more.
 *
 * @param environments all that it has from now on, in the order of their names
 */
public record EnvironmentGroupDeclared(
    EnvironmentGroupDefinition definition, List<EnvironmentName> environments, Origin origin)
    implements Entry {

  public EnvironmentGroupDeclared {
    environments = List.copyOf(environments);
  }
}
