package dev.slipway.loop.keeper;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Permissions;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import java.util.Optional;

/** Has the engine say who may read what. Thread-safe. */
public final class ReadPermissions implements Permissions {

  private final Memory memory;

  public ReadPermissions(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Reason> refusalToRead(Organisation organisation, ActorId actor, Scope scope) {
    return switch (Authority.mayRead(memory.world(organisation), actor, scope)) {
      case Judgement.Allowed allowed -> Optional.empty();
      case Judgement.Refused refused -> Optional.of(refused.because());
    };
  }

  @Override
  public Optional<Rights> rights(Organisation organisation, ActorId actor) {
    return memory
        .world(organisation)
        .actors()
        .grant(actor)
        .map(grant -> new Rights(grant.role(), grant.scope()));
  }
}
