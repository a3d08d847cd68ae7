package dev.slipway.loop.door;

import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.SecretName;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Secrets on their way from those who set them to the agents of an environment. What passes here is
 * sealed to a key that only these agents have. Thread-safe.
 */
public interface SealedSecrets {

  /**
   * The key that secrets of an environment are sealed to; empty while it has none. Then its agents
   * are told that somebody wants one.
   */
  Optional<EnvironmentKey> key(Organisation organisation, EnvironmentName environment);

  /** The number of the next version of a secret; empty where there is no such environment. */
  Optional<Integer> next(Organisation organisation, EnvironmentName environment, SecretName secret);

  /**
   * The command that sets a secret. What is sealed is kept where the actor may have that carried
   * out, and given to nobody before it was.
   */
  Command set(Organisation organisation, ActorId actor, Setting setting, Bytes sealed)
      throws IOException;

  /** Which version somebody sets, sealed to which key. */
  record Setting(EnvironmentName environment, SecretName secret, int version, EnvironmentKey key) {}

  /** Takes what an agent says of keys, and tells it what it lacks. */
  CompletionStage<Told> exchange(Enrolled agent, Said said);

  /** The targets of an environment whose agents wait for its key. */
  List<TargetId> waiting(Organisation organisation, EnvironmentName environment);

  /** One version of a secret of the agent's own environment. */
  record Version(SecretName secret, int number) {}

  /**
   * What an agent says.
   *
   * @param holds the public half of the key that it has
   * @param offers that of one which it made, in case there is none
   * @param wrapped the key, wrapped for others, by who they are
   * @param wanted what it lacks
   */
  record Said(
      Optional<EnvironmentKey> holds,
      Optional<EnvironmentKey> offers,
      Map<ActorId, String> wrapped,
      List<Version> wanted) {
    public Said {
      wrapped = Map.copyOf(wrapped);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * What it is told.
   *
   * @param key the environment's
   * @param handed the key, wrapped for this agent
   * @param newcomers who lacks the key, when this one has it
   * @param sealed what it wanted, as far as it is there
   */
  record Told(
      Optional<EnvironmentKey> key,
      Optional<Handed> handed,
      List<Enrolled> newcomers,
      Map<Version, Bytes> sealed) {
    public Told {
      newcomers = List.copyOf(newcomers);
      sealed = Map.copyOf(sealed);
    }
  }

  /** A key that one agent wrapped for another. */
  record Handed(Enrolled from, String wrapped) {}
}
