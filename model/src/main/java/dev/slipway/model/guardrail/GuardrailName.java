package dev.slipway.model.guardrail;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.GroupName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.PolicyName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.Role;
import dev.slipway.model.definition.ApprovalPolicy;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names one guardrail of a delivery: its kind, such as {@code lock}, and where there are several of
 * a kind, which one, as in {@code check ci/unit}.
 */
public record GuardrailName(String value) implements Comparable<GuardrailName> {

  /** What people locked. */
  public static final GuardrailName LOCK = new GuardrailName("lock");

  /** What people have to approve, whoever they are. */
  public static final GuardrailName APPROVAL = new GuardrailName("approval");

  /** How long it has to have been in force elsewhere. */
  public static final GuardrailName SOAK = new GuardrailName("soak");

  /** How many rollouts may be under way at once. */
  public static final GuardrailName CONCURRENCY = new GuardrailName("concurrency");

  /** What it is delivered together with. */
  public static final GuardrailName SET = new GuardrailName("set");

  /** How long it has to be healthy before it settles. */
  public static final GuardrailName BAKE = new GuardrailName("bake");

  /** How long it has to be healthy at a step before the next one. */
  public static final GuardrailName STEP = new GuardrailName("step");

  /** The sealed secrets that it refers to have to be there. */
  public static final GuardrailName SECRETS = new GuardrailName("secrets");

  /** The Git host takes it as a deployment. */
  public static final GuardrailName DEPLOYMENT = new GuardrailName("deployment");

  /** What people have to say before the next step. */
  public static final GuardrailName DECISION = new GuardrailName("decision");

  private static final String POLICY = "policy ";
  private static final int LENGTH_MAX = 500;

  public GuardrailName {
    if (value.isEmpty() || value.length() > LENGTH_MAX || !FreeText.isVisible(value)) {
      throw new InvalidValue("guardrail name", "must have 1 to 500 visible characters");
    }
  }

  /** One check of its commit, and where it is judged. */
  public static GuardrailName of(CheckName check, Juncture at) {
    return new GuardrailName("check " + check + suffix(at));
  }

  /** Another application that has to be in force first. */
  public static GuardrailName of(ApplicationName dependency) {
    return new GuardrailName("dependency " + dependency);
  }

  /** What somebody says has to be so of services. */
  public static GuardrailName of(PolicyName policy) {
    return new GuardrailName(POLICY + policy);
  }

  /** Whether it is what somebody says has to be so of services. */
  public boolean isOfPolicy() {
    return value.startsWith(POLICY);
  }

  /** A resource that an environment asks for, and where it is judged. */
  public static GuardrailName of(ResourceName resource, Juncture at) {
    return new GuardrailName("resource " + resource + suffix(at));
  }

  /** A resource that an application asks for, and where it is judged. */
  public static GuardrailName of(ApplicationName application, ResourceName resource, Juncture at) {
    return new GuardrailName(
        "resource %s asked by %s%s".formatted(resource, application, suffix(at)));
  }

  /** Where nothing is said it is judged before the start. */
  private static String suffix(Juncture at) {
    return switch (at) {
      case BEFORE_APPROVAL -> " (before approval)";
      case AFTER_APPROVAL -> "";
      case DURING -> " (during)";
      case AFTER -> " (after)";
    };
  }

  /** One rule of an environment about approvals: by whom, and from which groups. */
  public static GuardrailName of(ApprovalPolicy policy) {
    String by =
        policy.role() == Role.APPROVER
            ? ""
            : " by " + policy.role().name().toLowerCase(Locale.ROOT);
    String from =
        policy.groups().stream()
            .map(GroupName::value)
            .collect(Collectors.joining(", ", " from ", ""));
    return new GuardrailName(APPROVAL + by + (policy.groups().isEmpty() ? "" : from));
  }

  /** One rule of an application about approvals. */
  public static GuardrailName of(ApplicationName application, ApprovalPolicy policy) {
    return new GuardrailName("%s asked by %s".formatted(of(policy), application));
  }

  @Override
  public int compareTo(GuardrailName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
