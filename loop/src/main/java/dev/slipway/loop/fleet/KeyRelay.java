package dev.slipway.loop.fleet;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.SealingState;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.SealedSecrets.Handed;
import dev.slipway.loop.door.SealedSecrets.Said;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Passes the keys of environments from the agents that have them to those that lack them. Nothing
 * of it is kept: who lacks a key asks again, and whoever has it wraps it again. Not thread-safe;
 * lives in the loop's turn.
 */
final class KeyRelay {

  /** As many agents are told that somebody wants a key; one would be enough. */
  private static final int ASKED_MAX = 3;

  private final Memory memory;
  private final Roster roster;
  private final Predicate<ActorId> isHere;
  private final Consumer<ActorId> nudge;
  private final Map<ActorId, EnvironmentKey> holders = new HashMap<>();
  private final Map<ActorId, Waiting> waiting = new TreeMap<>();
  private final Map<ActorId, Handed> handed = new HashMap<>();
  private final Set<ActorId> greeted = new HashSet<>();

  /**
   * An agent without the key of its environment.
   *
   * @param needs whether it has something to open
   */
  private record Waiting(Enrolled agent, boolean needs) {}

  /**
   * A relay.
   *
   * @param isHere whether an agent has a question with the server, and so can be told at once
   * @param nudge tells an agent that there is something about keys for it
   */
  KeyRelay(Memory memory, Roster roster, Predicate<ActorId> isHere, Consumer<ActorId> nudge) {
    this.memory = memory;
    this.roster = roster;
    this.isHere = isHere;
    this.nudge = nudge;
  }

  /** Whether an agent is to ask about keys that has not done so since this server started. */
  boolean greets(Enrolled agent) {
    return key(agent.organisation(), agent.target().environment()).isPresent()
        && greeted.add(agent.agent());
  }

  /** Somebody wants an environment without a key to have one. */
  void want(Organisation organisation, EnvironmentName environment) {
    tell(agents(organisation, environment).toList());
  }

  /** Tells a few of those that are here; where none is, whoever comes first. */
  private void tell(List<Enrolled> agents) {
    List<Enrolled> here =
        agents.stream().filter(one -> isHere.test(one.agent())).limit(ASKED_MAX).toList();
    (here.isEmpty() ? agents : here).forEach(one -> nudge.accept(one.agent()));
  }

  /** Takes what an agent says, before it is answered. */
  void hear(Enrolled agent, Said said) {
    Optional<EnvironmentKey> key = key(agent.organisation(), agent.target().environment());
    greeted.add(agent.agent());
    if (key.isPresent() && said.holds().equals(key)) {
      holders.put(agent.agent(), key.orElseThrow());
      waiting.remove(agent.agent());
      said.wrapped().forEach((newcomer, wrapped) -> hand(agent, newcomer, wrapped));
    } else if (key.isPresent() && said.offers().equals(key)) {
      // It is the one that made the key, and holds it as soon as it hears so.
      waiting.remove(agent.agent());
    } else {
      holders.remove(agent.agent());
      waiting.put(agent.agent(), new Waiting(agent, !said.wanted().isEmpty()));
      askHolders(agent);
    }
  }

  private void hand(Enrolled from, ActorId newcomer, String wrapped) {
    Optional<Enrolled> to =
        Optional.ofNullable(waiting.get(newcomer))
            .map(Waiting::agent)
            .filter(one -> isBeside(one, from));
    if (to.isPresent()) {
      handed.put(newcomer, new Handed(from, wrapped));
      nudge.accept(newcomer);
    }
  }

  /** Those of whom it is known that they have the key, or else any who could. */
  private void askHolders(Enrolled newcomer) {
    EnvironmentName environment = newcomer.target().environment();
    Optional<EnvironmentKey> key = key(newcomer.organisation(), environment);
    List<Enrolled> others =
        agents(newcomer.organisation(), environment)
            .filter(one -> !one.agent().equals(newcomer.agent()))
            .toList();
    List<Enrolled> known =
        others.stream()
            .filter(one -> Optional.ofNullable(holders.get(one.agent())).equals(key))
            .toList();
    tell(known.isEmpty() ? others : known);
  }

  /** The key, wrapped for an agent that lacks it; given once. */
  Optional<Handed> takeHanded(Enrolled agent) {
    return Optional.ofNullable(handed.remove(agent.agent()));
  }

  /** Who lacks the key that an agent has. */
  List<Enrolled> newcomers(Enrolled agent) {
    return holders.containsKey(agent.agent())
        ? waiting.values().stream()
            .map(Waiting::agent)
            .filter(one -> isBeside(one, agent) && !handed.containsKey(one.agent()))
            .toList()
        : List.of();
  }

  /** Who has something to open, and no key for it. */
  List<Enrolled> needy() {
    waiting.keySet().removeIf(agent -> roster.enrolled(agent).isEmpty());
    return waiting.values().stream().filter(Waiting::needs).map(Waiting::agent).toList();
  }

  private static boolean isBeside(Enrolled one, Enrolled other) {
    return one.organisation().equals(other.organisation())
        && one.target().environment().equals(other.target().environment());
  }

  private Stream<Enrolled> agents(Organisation organisation, EnvironmentName environment) {
    return roster.present().stream()
        .filter(one -> one.organisation().equals(organisation))
        .filter(one -> one.target().environment().equals(environment));
  }

  private Optional<EnvironmentKey> key(Organisation organisation, EnvironmentName environment) {
    return memory
        .world(organisation)
        .declared()
        .environment(environment)
        .map(EnvironmentState::sealing)
        .flatMap(SealingState::key);
  }
}
