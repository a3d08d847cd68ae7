package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import java.util.Optional;

/**
 * What an actor may see, judged by the engine at this moment. Commands are judged where they are
 * decided. Thread-safe.
 */
public interface Permissions {

  /** Why the actor may not read this; empty when it may. */
  Optional<Reason> refusalToRead(Organisation organisation, ActorId actor, Scope scope);

  /** What an actor may at present. */
  record Rights(Role role, Scope scope) {}

  /** What goes on for long ends when this is not what it was; empty for one without any. */
  Optional<Rights> rights(Organisation organisation, ActorId actor);
}
