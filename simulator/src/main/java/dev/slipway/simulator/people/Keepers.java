package dev.slipway.simulator.people;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.util.List;
import java.util.Optional;

/**
 * Those who see to a schema that lies outside, and say how far it is: late, for one place or for
 * all, and sometimes that it went back.
 */
public final class Keepers implements Townsfolk {

  private static final ResourceName SCHEMA = new ResourceName("schema");
  private static final int VERSIONS = 4;
  private static final List<String> PLACES = List.of("staging", "production");

  private static final ResourceDefinition DEFINITION =
      new ResourceDefinition(SCHEMA, new GroupName("keepers"), Optional.empty());

  private final Town town;
  private final Kernel kernel;

  public Keepers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(new Happening("schema-told", 3, this::tell));
  }

  /** What may be asked for of it. */
  static ResourcePolicy needed(Kernel kernel) {
    return new ResourcePolicy(
        SCHEMA, version(2 + kernel.random().nextInt(VERSIONS - 1)), Builders.somewhere(kernel));
  }

  /** It is declared as often as it is told of, for the first time or once more. */
  private void tell() {
    town.declare(DEFINITION);
    Optional<EnvironmentName> where =
        kernel.chance(60)
            ? Optional.of(new EnvironmentName(PLACES.get(kernel.random().nextInt(PLACES.size()))))
            : Optional.empty();
    town.clients.wish(
        new Command.TellResource(SCHEMA, where, version(1 + kernel.random().nextInt(VERSIONS))));
  }

  private static ResourceVersion version(int number) {
    return new ResourceVersion(Integer.toString(number));
  }
}
