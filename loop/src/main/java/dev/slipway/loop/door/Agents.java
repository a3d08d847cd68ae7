package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where agents report and ask for orders. Thread-safe. */
public interface Agents {

  /** Who an enrolled agent is. */
  record Enrolled(Organisation organisation, ActorId agent, TargetId target, PublicKey key) {}

  Optional<Enrolled> enrolled(ActorId agent);

  /** An agent whose place at its target was taken by another one since; it may do nothing. */
  Optional<Enrolled> former(ActorId agent);

  /** Takes note that such a one still asks, from a machine that nobody expects to run anything. */
  void heardOfFormer(Enrolled former);

  /** Lets an agent in on the word of a single-use join token, or says why not. */
  CompletionStage<Admission> enrol(Applicant applicant);

  /**
   * Who wants to be let in.
   *
   * @param joinTokenHash SHA-256 of the token
   * @param environment the environment that it takes the token to be for, if it says so
   * @param target as {@code environment}
   */
  record Applicant(
      Digest joinTokenHash,
      PublicKey key,
      Optional<EnvironmentName> environment,
      Optional<TargetName> target) {}

  /** Whether an agent was let in. */
  sealed interface Admission {
    record Admitted(Enrolled enrolled) implements Admission {}

    record Refused(Reason because) implements Admission {}
  }

  /**
   * Why an agent may not say this, as when it reports on another target than its own; that is
   * written down. Empty when it may.
   */
  Optional<Reason> refusal(Enrolled agent, Asked asked);

  /**
   * Takes an agent's reports, and answers with the orders that it does not hold yet. Without any,
   * the answer is held back until there is one or {@link Asked#holdMillis} have passed. Reports are
   * durable before the answer. A message of the same boot with a sequence number that was seen is
   * answered, and its reports are dropped as duplicates.
   */
  CompletionStage<Answered> sync(Enrolled agent, Asked asked);

  /**
   * What an agent says and asks.
   *
   * @param version of the agent's program, as it says; empty when it says none
   * @param boot drawn at random when the agent starts
   * @param sequence counts the agent's messages of this boot, from 1
   * @param holding the highest fence that the agent has accepted for each application
   * @param strays all that runs there beside its orders
   */
  record Asked(
      String version,
      String boot,
      long sequence,
      List<Report> reports,
      Map<ApplicationName, Fence> holding,
      List<Stray> strays,
      long holdMillis) {
    public Asked {
      strays = List.copyOf(strays);
      reports = List.copyOf(reports);
      holding = Map.copyOf(holding);
    }
  }

  /**
   * A service that runs although nobody ordered it of the agent that found it.
   *
   * @param slot for which it was once started
   * @param instances how many of it there are
   */
  record Stray(Slot slot, ServiceName service, int instances) {}

  /** A stray, and when it was first told of since this server started. */
  record Noticed(Stray stray, Instant since) {}

  /** What an agent says runs at its machine beside its orders. */
  List<Noticed> strays(ActorId agent);

  /**
   * What it is told.
   *
   * @param orders DSSE envelopes, one per slot, as bytes
   * @param aboutKeys whether it is to ask about the key of its environment
   */
  record Answered(List<Bytes> orders, boolean aboutKeys) {
    public Answered {
      orders = List.copyOf(orders);
    }
  }
}
