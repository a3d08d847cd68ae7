package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;
import java.util.Map;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Who may do what: tokens with their roles, agents with their targets. */
public record Actors(
    PMap<ActorId, Grant> grants,
    PMap<ActorId, TargetId> agents,
    PSet<Refusal> refusals,
    Trusts trusts) {

  static final Actors NOBODY =
      new Actors(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty(), Trusts.NONE);

  /** A role, and how far it reaches. */
  public record Grant(Role role, Scope scope) {}

  /** A kind of refusal that is in the ledger already. */
  public record Refusal(ActorId actor, String command, String code) {}

  public Optional<Grant> grant(ActorId actor) {
    return Optional.ofNullable(grants.get(actor));
  }

  /** Where an agent may act; empty when it is not, or no longer, enrolled. */
  public Optional<TargetId> targetOf(ActorId agent) {
    return Optional.ofNullable(agents.get(agent));
  }

  Actors with(TokenIssued entry) {
    Grant grant = new Grant(entry.role(), entry.scope());
    return new Actors(grants.plus(entry.token(), grant), agents, refusals, trusts);
  }

  Actors with(TokenRevoked entry) {
    return new Actors(grants.minus(entry.token()), agents, refusals, trusts);
  }

  Actors with(TrustGiven entry) {
    return new Actors(grants, agents, refusals, trusts.with(entry));
  }

  /** What was given on its word counts no more. */
  Actors with(TrustWithdrawn entry) {
    return new Actors(
        grants.minusAll(trusts.passesOf(entry.trust()).keySet()),
        agents,
        refusals,
        trusts.with(entry));
  }

  /** What has ended until then is forgotten, so that there are never more than count. */
  Actors with(TokenExchanged entry, Recorded recorded) {
    PMap<ActorId, Grant> counting =
        grants
            .minusAll(trusts.endedAt(recorded.at()))
            .plus(entry.token(), new Grant(entry.role(), entry.scope()));
    return new Actors(counting, agents, refusals, trusts.with(entry, recorded.at()));
  }

  /** A new agent of a target takes the place of the one before. */
  Actors with(AgentEnrolled entry) {
    PMap<ActorId, TargetId> others = agents;
    for (Map.Entry<ActorId, TargetId> known : agents.entrySet()) {
      others = known.getValue().equals(entry.target()) ? others.minus(known.getKey()) : others;
    }
    return new Actors(grants, others.plus(entry.agent(), entry.target()), refusals, trusts);
  }

  Actors with(TargetRemoved entry) {
    return new Actors(grants, entry.agent().map(agents::minus).orElse(agents), refusals, trusts);
  }

  Actors with(TargetResumed entry) {
    return new Actors(
        grants,
        entry.agent().map(agent -> agents.plus(agent, entry.target())).orElse(agents),
        refusals,
        trusts);
  }

  Actors with(ActorRefused entry) {
    Refusal refusal = new Refusal(entry.refused(), entry.command(), entry.because().code());
    return new Actors(grants, agents, refusals.plus(refusal), trusts);
  }
}
