package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.guardrail.Needs;
import dev.slipway.engine.guardrail.Together;
import dev.slipway.engine.layer.Harmony;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.need.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Which definition a shipment pins. Where commits define the application, a commit brings its own
 * services with it, and route and triggers are those in force; where the definition was applied,
 * that one is pinned.
 */
public sealed interface Pinning {

  record Pinned(ApplicationDefinition definition) implements Pinning {}

  record Invalid(Reason because) implements Pinning {}

  /**
   * The same, unless what others say cannot be followed together with it.
   *
   * @param way the environments that count
   */
  default Pinning inHarmony(Deliberation d, List<EnvironmentName> way) {
    return switch (this) {
      case Pinned(ApplicationDefinition definition) ->
          Harmony.refusal(d, definition, way).<Pinning>map(Invalid::new).orElse(this);
      case Invalid _ -> this;
    };
  }

  /** As above, anywhere on the route that it brings. */
  default Pinning inHarmony(Deliberation d) {
    return switch (this) {
      case Pinned(ApplicationDefinition definition) -> inHarmony(d, definition.route());
      case Invalid _ -> this;
    };
  }

  /** Every reason why it is not in harmony there. */
  default List<Reason> discords(Deliberation d, List<EnvironmentName> way) {
    return switch (this) {
      case Pinned(ApplicationDefinition definition) -> Harmony.refusals(d, definition, way);
      case Invalid(Reason because) -> List.of(because);
    };
  }

  /** The definition in force with the services of a commit; what either asks for is asked for. */
  static Pinning of(Deliberation d, ApplicationState application, Answer.Source source) {
    ApplicationDefinition inForce = application.definition();
    if (application.branch().isEmpty()) {
      return startable(d, inForce);
    }
    return switch (own(d, inForce.name(), inForce.repository(), source)) {
      case Pinned(ApplicationDefinition own) ->
          new Pinned(
              own.travellingAs(inForce).with(Together.of(inForce.guardrails(), own.spelledOut())));
      case Invalid invalid -> invalid;
    };
  }

  /** The commit's own definition, when it is of this application. */
  static Pinning own(
      Deliberation d,
      ApplicationName name,
      Optional<RepositoryUrl> repository,
      Answer.Source source) {
    if (source.definition().isEmpty()) {
      return invalid("The commit holds no definition.");
    }
    ApplicationDefinition own = source.definition().orElseThrow();
    return own.name().equals(name)
        ? travelling(d, Along.of(d, own.from(repository)))
        : invalid("The commit defines %s, not %s.".formatted(own.name(), name));
  }

  /** The document that a commit brings; where the definition was applied, that one. */
  static Inputs inputs(ApplicationState application, Sha commit) {
    return application.branch().isPresent()
        ? new Inputs(new Origin.Commit(commit), application.path())
        : inputs(application);
  }

  /** The document that is in force. */
  static Inputs inputs(ApplicationState application) {
    return new Inputs(application.origin(), application.documentPath().orElse(""));
  }

  /** What names a group that has no environment leads nowhere, and is not taken. */
  private static Pinning travelling(Deliberation d, ApplicationDefinition definition) {
    return Along.refusal(d, definition)
        .<Pinning>map(Invalid::new)
        .orElseGet(() -> startable(d, definition));
  }

  /** What waits for itself in the end would never start, and is not taken. */
  private static Pinning startable(Deliberation d, ApplicationDefinition definition) {
    return Needs.circle(d, definition)
        .<Pinning>map(Invalid::new)
        .orElseGet(() -> new Pinned(definition));
  }

  static Invalid invalid(String sentence) {
    return new Invalid(new Reason("definition-invalid", sentence));
  }
}
