package dev.slipway.engine;

import dev.slipway.codec.Digests;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.JobName;
import dev.slipway.model.PublicKey;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Role;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Sha;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.Protection;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Artifact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shop: what the tests are about. */
public final class Fixtures {

  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final ApplicationName SHOP = new ApplicationName("shop");
  public static final RepositoryUrl REPOSITORY = new RepositoryUrl("/srv/git/shop");
  public static final RefName MAIN = RefName.ofBranch("main");
  public static final String PATH = "slipway.yaml";
  public static final ActorId ALICE = new ActorId("alice");

  private Fixtures() {}

  public static Sha sha(int n) {
    return new Sha("%040x".formatted(n));
  }

  public static Digest digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static EnvironmentName environment(String name) {
    return new EnvironmentName(name);
  }

  public static TargetId target(String environment, String name) {
    return new TargetId(environment(environment), new TargetName(name));
  }

  public static ServiceDefinition web(String... words) {
    return process("web", words);
  }

  public static ServiceDefinition process(String name, String... words) {
    return service(name, new Workload.Run(templates(words)));
  }

  /** A process that is replaced by a strategy. */
  public static ServiceDefinition served(ServiceDefinition service, Serving serving) {
    return new ServiceDefinition(
        service.name(),
        service.workload(),
        service.health(),
        service.variables(),
        service.timeouts(),
        Optional.of(serving),
        service.limits());
  }

  public static Serving serving(StrategyDefinition strategy, int replicas) {
    return new Serving(strategy, replicas, Serving.Traffic.HTTP, Optional.empty());
  }

  public static ServiceDefinition command(String name, String... words) {
    return service(name, new Workload.Command(templates(words), false));
  }

  /** A job that runs once per version. */
  public static JobDefinition job(String name, JobTime time, String version, boolean irreversible) {
    return new JobDefinition(
        new JobName(name),
        time,
        new Workload.Command(templates("bin/" + name, "{sha}"), false),
        new Template(version),
        irreversible,
        new TreeMap<>(),
        Timeouts.STANDARD);
  }

  /** An application whose deliveries have effects. */
  public static ApplicationDefinition with(
      ApplicationDefinition application, JobDefinition... jobs) {
    return application.running(Optional.of(List.of(jobs))).needing(application.needs());
  }

  private static List<Template> templates(String... words) {
    return Arrays.stream(words).map(Template::new).toList();
  }

  private static ServiceDefinition service(String name, Workload workload) {
    return new ServiceDefinition(
        new ServiceName(name), workload, Optional.empty(), new TreeMap<>(), Timeouts.STANDARD);
  }

  public static TriggerDefinition onPush(String name, String branch, String... environments) {
    return trigger(name, new TriggerDefinition.On.Push(List.of(branch)), environments);
  }

  public static TriggerDefinition onTag(String name, String tag, String... environments) {
    return trigger(name, new TriggerDefinition.On.Tag(List.of(tag)), environments);
  }

  public static TriggerDefinition onAnnouncement(String name, String type) {
    return trigger(name, new TriggerDefinition.On.Announcement(List.of(type)));
  }

  public static TriggerDefinition trigger(
      String name, TriggerDefinition.On on, String... environments) {
    return new TriggerDefinition(
        new TriggerName(name),
        on,
        Arrays.stream(environments).map(EnvironmentName::new).toList(),
        Optional.empty());
  }

  /** What is pushed to main ships, and waits for checks. */
  public static TriggerDefinition onCheckedPush(ChecksPolicy checks) {
    return new TriggerDefinition(
        new TriggerName("push"),
        new TriggerDefinition.On.Push(List.of("main")),
        List.of(),
        Optional.of(checks));
  }

  /** The shop on its route from staging to production, shipping what is pushed to main. */
  public static ApplicationDefinition shop(ServiceDefinition... services) {
    return shop(List.of(onPush("push", "main")), services);
  }

  public static ApplicationDefinition shop(
      List<TriggerDefinition> triggers, ServiceDefinition... services) {
    return new ApplicationDefinition(
        SHOP,
        Optional.of(REPOSITORY),
        List.of(services),
        List.of(environment("staging"), environment("production")),
        triggers,
        Optional.empty());
  }

  /** The shop, asking for approvals of its own in staging. */
  public static ApplicationDefinition asking(
      ApplicationDefinition shop, ApprovalPolicy... approvals) {
    return shop.with(
        Optional.of(
            List.of(new ApplicationGuardrails(environment("staging"), List.of(approvals)))));
  }

  public static EnvironmentDefinition declared(String name, boolean allowEmpty) {
    return environment(name, allowEmpty, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** An environment where a delivery may reach all targets at once. */
  public static EnvironmentDefinition atOnce(String name) {
    return declared(name, false).rolling(RolloutPolicy.STANDARD.reaching(new Portion.Percent(100)));
  }

  /** An environment where a failed rollout goes back by itself. */
  public static EnvironmentDefinition goingBack(String name) {
    return environment(
        name, false, Optional.of(OnFailure.ROLLBACK), Optional.empty(), Optional.empty());
  }

  /** An environment that is named once more by whoever sends something there. */
  public static EnvironmentDefinition protectedPlace(String name) {
    return protectedPlace(name, OnFailure.HALT);
  }

  /** A protected environment where a failed rollout goes back by itself. */
  public static EnvironmentDefinition protectedPlaceGoingBack(String name) {
    return protectedPlace(name, OnFailure.ROLLBACK);
  }

  private static EnvironmentDefinition protectedPlace(String name, OnFailure onFailure) {
    return environment(
        name, false, Optional.of(onFailure), Optional.empty(), Optional.of(Protection.CONFIRM));
  }

  /** An environment where people have to approve. */
  public static EnvironmentDefinition guarded(String name, ApprovalPolicy policy) {
    return guarded(name, GuardrailPolicy.NONE.with(List.of(policy)));
  }

  /** An environment where checks have to be green. */
  public static EnvironmentDefinition checked(String name, ChecksPolicy policy) {
    return guarded(name, GuardrailPolicy.NONE.with(policy));
  }

  public static EnvironmentDefinition guarded(String name, GuardrailPolicy policy) {
    return environment(name, false, Optional.empty(), Optional.of(policy), Optional.empty());
  }

  private static EnvironmentDefinition environment(
      String name,
      boolean allowEmpty,
      Optional<OnFailure> onFailure,
      Optional<GuardrailPolicy> guardrails,
      Optional<Protection> protection) {
    return new EnvironmentDefinition(
        environment(name),
        new TreeMap<>(),
        false,
        Duration.ofMinutes(5),
        allowEmpty,
        onFailure,
        guardrails,
        protection);
  }

  public static ApprovalPolicy approvals(int of) {
    return new ApprovalPolicy(of, Role.APPROVER, false, Duration.ofHours(24));
  }

  /** Approvals of people who belong to a group. */
  public static ApprovalPolicy approvalsFrom(int of, String... groups) {
    return new ApprovalPolicy(
        of,
        Role.APPROVER,
        false,
        Duration.ofHours(24),
        Optional.of(Stream.of(groups).map(GroupName::new).toList()));
  }

  public static Command apply(EnvironmentDefinition environment) {
    return new Command.Apply(
        List.of(new Document.OfEnvironment(environment, digest(environment.toString()))));
  }

  public static Command apply(TargetId target) {
    TargetDefinition definition = new TargetDefinition(target, new TreeMap<>(), false);
    return new Command.Apply(List.of(new Document.OfTarget(definition, digest(target.toString()))));
  }

  public static Command apply(ApplicationDefinition application) {
    return new Command.Apply(
        List.of(new Document.OfApplication(application, digest(application.toString()))));
  }

  /** A person wishes a commit, by its id or by the branch that it is the head of. */
  public static Command.Deploy deploy(
      ApplicationName application, EnvironmentName to, String revision) {
    return new Command.Deploy(
        application, to, Optional.of(revision), false, new TreeMap<>(), Optional.empty());
  }

  /** The head of the shop's main branch to an environment, at a time or at once. */
  public static Command.Deploy deployAt(EnvironmentName to, Optional<Instant> at) {
    return new Command.Deploy(
        SHOP, to, Optional.of("main"), false, new TreeMap<>(), Optional.empty(), at);
  }

  public static Artifact artifact(Sha sha) {
    return new Artifact.CommitArchive(REPOSITORY, sha, digest("archive of " + sha));
  }

  public static PublicKey key() {
    return new PublicKey("A".repeat(43) + "=");
  }
}
