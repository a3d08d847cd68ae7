package dev.slipway.model.state;

import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.util.List;
import java.util.Optional;

/** What deploying a commit would come to, each environment of the route for itself, in order. */
public record Outlook(List<Stop> stops) {

  public Outlook {
    stops = List.copyOf(stops);
  }

  /**
   * One environment.
   *
   * @param inForce what holds there now
   * @param targets what would be changed there, by name; those that rest are left out
   */
  public record Stop(
      Placement at, Optional<Delivery> inForce, List<TargetName> targets, Finding finding) {
    public Stop {
      targets = List.copyOf(targets);
    }
  }

  /** What would become of it. */
  public sealed interface Finding {

    /**
     * It would not be taken.
     *
     * @param because why, the first of all first; never empty
     * @param more how many reasons are left out
     */
    record Refused(List<Reason> because, int more) implements Finding {

      /** How many reasons are told. */
      public static final int TOLD_MAX = 20;

      public Refused {
        because = List.copyOf(because);
      }

      /** For these reasons, of which no more than so many are told. */
      public static Refused because(List<Reason> all) {
        return new Refused(
            all.subList(0, Math.min(all.size(), TOLD_MAX)), Math.max(0, all.size() - TOLD_MAX));
      }
    }

    /**
     * It would be delivered.
     *
     * @param change the commit
     * @param behind whom it would wait for before its turn comes
     * @param verdicts what guardrails say of its start by now
     * @param destroys what could not be had back
     */
    record Deliverable(
        Change change,
        DesiredState state,
        Optional<Reason> behind,
        List<Verdict> verdicts,
        List<Reason> destroys)
        implements Finding {
      public Deliverable {
        verdicts = List.copyOf(verdicts);
        destroys = List.copyOf(destroys);
      }
    }
  }

  /** What one guardrail says. */
  public record Verdict(GuardrailName guardrail, GuardrailVerdict verdict, Reason because) {}
}
