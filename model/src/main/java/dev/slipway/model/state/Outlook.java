package dev.slipway.model.state;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What deploying a commit would come to, each environment of the route for itself, in order.
 *
 * @param idle the overlays and policies that are for the application, and would be for nothing
 */
public record Outlook(List<Stop> stops, List<Reason> idle) {

  public Outlook {
    stops = List.copyOf(stops);
    idle = List.copyOf(idle);
  }

  /**
   * What is looked ahead at.
   *
   * @param revision a branch, a tag or a commit; the default branch's head when absent
   * @param draft the document to judge by; the commit's own when absent
   * @param to an environment, or a group of them; the whole route when absent
   * @param parameters what it would be given, as a deploy is
   */
  public record Wish(
      ApplicationName application,
      Optional<String> revision,
      Optional<ApplicationDefinition> draft,
      Optional<EnvironmentName> to,
      SortedMap<String, String> parameters) {
    public Wish {
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
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
