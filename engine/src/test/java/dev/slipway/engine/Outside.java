package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.guarded;

import dev.slipway.model.GroupName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.ResourcePolicy;
import java.util.List;
import java.util.Optional;

/** A schema that lies outside, and what waits for it. */
final class Outside {

  static final ResourceName SCHEMA = new ResourceName("orders-schema");
  static final GroupName OWNER = new GroupName("orders-team");

  private Outside() {}

  /** A shop whose staging needs the schema to be at version 2; it is at 1 everywhere. */
  static Given needed() {
    Given given = undeclared();
    given.when(declare());
    given.when(tell("1"));
    return given;
  }

  /** The same, and nobody said that there is such a schema. */
  static Given undeclared() {
    Given given = PushTest.shopAdded();
    given.when(
        Fixtures.apply(guarded("staging", GuardrailPolicy.NONE.needing(List.of(atLeast("2"))))));
    return given;
  }

  /** A push waits for the schema. */
  static Given waiting() {
    Given given = needed();
    Approving.push(given, 2);
    return given;
  }

  static ResourcePolicy atLeast(String version) {
    return new ResourcePolicy(SCHEMA, new ResourceVersion(version));
  }

  static Command declare() {
    return new Command.Apply(
        List.of(
            new Document.OfResource(
                new ResourceDefinition(SCHEMA, OWNER, Optional.empty()), digest("schema"))));
  }

  static Command tell(String version) {
    return new Command.TellResource(SCHEMA, Optional.empty(), new ResourceVersion(version));
  }

  static Command tell(String version, String environment) {
    return new Command.TellResource(
        SCHEMA, Optional.of(environment(environment)), new ResourceVersion(version));
  }

  /** The shop, needing the schema in staging by its own word. */
  static ApplicationDefinition needing(ApplicationDefinition shop, String version) {
    return shop.with(
        Optional.of(
            List.of(
                new ApplicationGuardrails(
                    environment("staging"), List.of(), Optional.of(List.of(atLeast(version)))))));
  }
}
