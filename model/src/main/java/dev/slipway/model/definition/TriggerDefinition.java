package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TriggerName;
import java.util.List;
import java.util.Optional;

/**
 * A rule that decides whether an event makes a shipment.
 *
 * @param environments the part of the route that its shipments travel; empty means the whole route
 * @param checks what has to be green before what it ships starts anywhere; absent when nothing has
 */
public record TriggerDefinition(
    TriggerName name, On on, List<EnvironmentName> environments, Optional<ChecksPolicy> checks) {

  public TriggerDefinition {
    environments = List.copyOf(environments);
  }

  /** One that asks for no checks. */
  public TriggerDefinition(TriggerName name, On on, List<EnvironmentName> environments) {
    this(name, on, environments, Optional.empty());
  }

  /**
   * What a trigger listens to. Patterns are globs: {@code *} within a path part, {@code **} across,
   * {@code ?} one character.
   */
  public sealed interface On {

    /** A branch's head moved. */
    record Push(List<String> branches) implements On {
      public Push {
        branches = List.copyOf(branches);
      }
    }

    /** A tag was made or moved. */
    record Tag(List<String> tags) implements On {
      public Tag {
        tags = List.copyOf(tags);
      }
    }

    /** An image moved that one of these parameters follows. */
    record Image(List<String> parameters) implements On {
      public Image {
        parameters = List.copyOf(parameters);
      }
    }

    /** A signed event of one of these CloudEvents types named a commit of this application. */
    record Announcement(List<String> types) implements On {
      public Announcement {
        types = List.copyOf(types);
      }
    }
  }
}
