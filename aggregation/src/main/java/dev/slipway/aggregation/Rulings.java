package dev.slipway.aggregation;

import dev.slipway.expr.Answer;
import dev.slipway.expr.Condition;
import dev.slipway.expr.Reading;
import dev.slipway.expr.Subject;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Holds policies against what services come to. A policy is one more voice, which sets nothing and
 * only says no; so it is asked once all that is said was merged, and the order of policies is the
 * order in which they are told.
 */
public final class Rulings {

  private Rulings() {}

  /**
   * Of an application as its documents have it in an environment.
   *
   * @param policies that are for the application there; those for none of its services say nothing
   * @param labels of the environment
   * @param compiled what the application comes to there
   */
  public static List<Ruling> of(
      List<Revision<PolicyDefinition>> policies,
      ApplicationDefinition application,
      EnvironmentName environment,
      SortedMap<String, String> labels,
      Compiled compiled) {
    List<Subject.Job> jobs =
        application.jobs().stream()
            .flatMap(List<JobDefinition>::stream)
            .map(Subject.Job::of)
            .toList();
    return rulings(
        policies,
        compiled.services().stream()
            .map(service -> Subject.Service.of(service.definition()))
            .map(service -> new Subject(application.name(), environment, labels, service, jobs))
            .toList());
  }

  /** Of what is to be delivered, or was. */
  public static List<Ruling> of(
      List<Revision<PolicyDefinition>> policies,
      Placement placement,
      SortedMap<String, String> labels,
      DesiredState state) {
    List<Subject.Job> jobs =
        state.jobs().stream().flatMap(List<DesiredJob>::stream).map(Subject.Job::of).toList();
    return rulings(
        policies,
        state.services().stream()
            .flatMap(service -> Subject.Service.of(service).stream())
            .map(service ->
                new Subject(
                    placement.application(), placement.environment(), labels, service, jobs))
            .toList());
  }

  private static List<Ruling> rulings(
      List<Revision<PolicyDefinition>> policies, List<Subject> subjects) {
    return policies.stream()
        .flatMap(policy -> {
          Reach reach = policy.definition().reach();
          List<Subject> reached =
              subjects.stream()
                  .filter(subject -> Reaches.reaches(reach, subject.service().name()))
                  .toList();
          return reached.isEmpty()
              ? Stream.empty()
              : Stream.of(new Ruling(policy, breaches(policy.definition(), reached)));
        })
        .toList();
  }

  private static List<Ruling.Breach> breaches(PolicyDefinition policy, List<Subject> subjects) {
    return policy.rules().stream()
        .flatMap(rule -> subjects.stream().flatMap(subject -> breach(rule, subject).stream()))
        .toList();
  }

  private static Optional<Ruling.Breach> breach(PolicyRule rule, Subject subject) {
    Answer asked =
        rule.when().map(when -> ask(when, subject)).orElseGet(() -> new Answer.Said(true));
    return switch (asked) {
      case Answer.Said(boolean so) when !so -> Optional.empty();
      case Answer.Unclear(String because) -> Optional.of(unclear(rule, subject, because));
      case Answer.Said _ ->
          switch (ask(rule.must(), subject)) {
            case Answer.Said(boolean so) when so -> Optional.empty();
            case Answer.Said _ ->
                Optional.of(new Ruling.Breach(subject.service().name(), rule, Optional.empty()));
            case Answer.Unclear(String because) -> Optional.of(unclear(rule, subject, because));
          };
    };
  }

  private static Ruling.Breach unclear(PolicyRule rule, Subject subject, String because) {
    return new Ruling.Breach(subject.service().name(), rule, Optional.of(because));
  }

  /** What was written once can always be asked; what cannot be read any more is no yes. */
  private static Answer ask(String condition, Subject subject) {
    return switch (Condition.read(condition)) {
      case Reading.Sound(Condition sound) -> sound.ask(subject);
      case Reading.Mistaken _ -> new Answer.Unclear("it is no condition to this version");
    };
  }
}
