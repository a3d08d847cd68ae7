package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Flag;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.Verification;
import java.util.List;

/** The table of all keys of all documents: the one truth about what may be written. */
public final class Shapes {

  private static final Type NAME = new Scalar(Formats.NAME);
  private static final Type DURATION = new Scalar(Formats.DURATION);

  public static final Shape HEALTH = ServiceKeys.HEALTH;
  public static final Shape STRATEGY = StrategyKeys.STRATEGY;
  public static final Shape STEP = StrategyKeys.STEP;
  public static final Shape DECISION = StrategyKeys.DECISION;
  public static final Shape ROLLOUTS = StrategyKeys.ROLLOUTS;
  public static final Shape LIMITS = ServiceKeys.LIMITS;
  public static final Shape QUESTION = ServiceKeys.QUESTION;
  public static final Shape EXTERNAL = ServiceKeys.EXTERNAL;

  public static final Shape SECRET_REFERENCE = SecretKeys.REFERENCE;

  public static final Shape SERVICE =
      new Shape(
          "service",
          "A deployable unit of an application: a process that is kept running, a command that is"
              + " run once per delivery, or two programs that look and act.",
          List.of(
              new Key(
                  "run",
                  new Scalar(Formats.WORDS),
                  false,
                  "A process to keep running, as words. It is started in the folder of its commit,"
                      + " probed, and started again when it dies. ${port} is the port to listen"
                      + " on.",
                  "./bin/web --port ${port}"),
              new Key(
                  "command",
                  new Scalar(Formats.WORDS),
                  false,
                  "A command to run once per delivery, as words. Its exit code decides: 0 is"
                      + " success.",
                  "./deploy.sh {env} {sha}"),
              new Key(
                  "external",
                  new Known(EXTERNAL),
                  false,
                  "Two programs of its own that look at whatever it is and change it: fetch and"
                      + " apply, as words.",
                  "{fetch: ./fetch, apply: ./apply}"),
              new Key(
                  "health",
                  new Either(new Scalar(Formats.HEALTH_PATH), new Known(HEALTH)),
                  false,
                  "How a process is found healthy: a path, or a mapping with path and within. Only"
                      + " with run.",
                  "/healthz"),
              new Key(
                  "replicas",
                  new Scalar(Formats.REPLICAS),
                  false,
                  "How many instances run at each target. 1 unless told otherwise. Only with run.",
                  "3"),
              new Key(
                  "strategy",
                  new Either(new Scalar(Formats.STRATEGY), new Known(STRATEGY)),
                  false,
                  "How one release follows another: a name such as rolling, or a mapping that says"
                      + " more. rolling with a health check and recreate without, unless told"
                      + " otherwise. Only with run.",
                  "blue-green"),
              new Key(
                  "port",
                  new Scalar(Formats.PORT),
                  false,
                  "The port of the service's address at each target. The target draws one that"
                      + " stays, unless told otherwise. Only with run.",
                  "8080"),
              new Key(
                  "traffic",
                  new Choice(List.of("http", "tcp")),
                  false,
                  "What the service's address carries: http, switched with every request, or tcp,"
                      + " switched with every connection. http unless told otherwise. Only with"
                      + " run.",
                  "tcp"),
              new Key(
                  "verify",
                  new Sequence(new Known(QUESTION), Verification.QUESTIONS_MAX),
                  false,
                  "What it is asked by its own address once a release has all of its traffic; every"
                      + " answer has to be as expected. Only with run, and traffic that is http.",
                  "[{http: /ready}]"),
              new Key(
                  "limits",
                  new Known(LIMITS),
                  false,
                  "What each of its processes may use at most. As the target has it unless told"
                      + " otherwise. Only with run.",
                  "{memory: 512m, open_files: 1024}"),
              new Key(
                  "after",
                  new Either(NAME, new Sequence(NAME, 50)),
                  false,
                  "The services that are brought up before it; they are taken back in reverse.",
                  "[db]"),
              new Key(
                  "variables",
                  new Named(Formats.VARIABLE, new Scalar(Formats.VALUE), 100),
                  false,
                  "Environment variables by name. Values are taken as they are; nothing is"
                      + " substituted in them.",
                  "{GREETING: hello}"),
              SecretKeys.SECRETS,
              new Key(
                  "timeout",
                  DURATION,
                  false,
                  "How long bringing the service to its new state may take in all. 1h unless told"
                      + " otherwise.",
                  "15m"),
              new Key(
                  "no_output_timeout",
                  DURATION,
                  false,
                  "How long a command may write nothing before it is ended. 10m unless told"
                      + " otherwise. Only with command.",
                  "5m"),
              new Key(
                  "read_timeout",
                  DURATION,
                  false,
                  "Another name for no_output_timeout. Write one of the two.",
                  "5m"),
              new Key(
                  "idempotent",
                  new Flag(),
                  false,
                  "Whether the command may be run again when nobody knows how it ended. false"
                      + " unless told otherwise; then a person settles it. Only with command.",
                  "true")),
          List.of("run", "command", "external"));

  public static final Shape VALUES = LayerKeys.values(SERVICE);

  public static final Shape PART = LayerKeys.part(VALUES);

  public static final Shape JOB = JobKeys.JOB;

  public static final Shape DEPENDENCY = JobKeys.DEPENDENCY;

  public static final Shape TRIGGER =
      new Shape(
          "trigger",
          "A rule that decides whether an event makes a shipment.",
          TriggerKeys.ALL,
          List.of("branch", "branches", "tag", "tags", "parameter", "parameters", "type", "types"));

  public static final Shape PARAMETER = ParameterKeys.PARAMETER;

  public static final Shape APPLICATION =
      new Shape(
          "application",
          "What one team ships. It usually lies in the application's repository as slipway.yaml.",
          List.of(
              new Key("application", NAME, true, "The application's name.", "shop"),
              new Key(
                  "repository",
                  new Scalar(Formats.REPOSITORY),
                  false,
                  "Where its commits come from. Needed only when the document is applied and not"
                      + " read from that repository.",
                  "https://git.example.org/team/shop.git"),
              new Key(
                  "services",
                  new Named(Formats.NAME, new Known(SERVICE), 200),
                  true,
                  "The application's services by name; at least one, at most 200.",
                  "{web: {run: ./bin/web}}"),
              new Key(
                  "environments",
                  new Named(Formats.NAME, new Known(PART), 50),
                  false,
                  "What it says for single environments of its route only, by their names.",
                  "{production: {services: {web: {replicas: 3}}}}"),
              new Key(
                  "jobs",
                  new Named(Formats.NAME, new Known(JOB), JobDefinition.JOBS_MAX),
                  false,
                  "Commands that a delivery runs once, by name and in this order; at most 20.",
                  "{migrate: {command: ./migrate}}"),
              new Key(
                  "needs",
                  new Sequence(new Known(DEPENDENCY), DependencyDefinition.DEPENDENCIES_MAX),
                  false,
                  "Other applications that have to be in force in the same environment before a"
                      + " delivery starts; at most 20.",
                  "[{application: billing}]"),
              new Key(
                  "parameters",
                  new Named(
                      Formats.PARAMETER, new Known(PARAMETER), ParameterDefinition.PARAMETERS_MAX),
                  false,
                  "What its deliveries are given, by name; at most 50. Without any, they take"
                      + " whatever they are given.",
                  "{flavour: {type: string, default: plain}}"),
              new Key(
                  "route",
                  new Sequence(NAME, 50),
                  true,
                  "The environments, and groups of them, that shipments travel, in this order; at"
                      + " most 50. An environment that nobody declared is made on this machine.",
                  "[staging, production]"),
              new Key(
                  "triggers",
                  new Sequence(new Known(TRIGGER), 100),
                  false,
                  "Which events make shipments; at most 100. Without any, only a person's command"
                      + " does.",
                  "[{on: push, branch: main}]"),
              new Key(
                  "guardrails",
                  new Named(Formats.NAME, new Known(GuardrailKeys.OF_APPLICATION), 50),
                  false,
                  "What the application asks for of its own, by environment of its route; it adds"
                      + " to what the environment asks for.",
                  "{production: {approval: {from: shop-leads}}}"),
              new Key(
                  "on_failure",
                  new Scalar(Formats.ON_FAILURE),
                  false,
                  "What follows when a rollout fails, where its environment does not say: halt, or"
                      + " rollback to the delivery that was in force before. halt unless told"
                      + " otherwise.",
                  "rollback")),
          List.of());

  public static final Shape APPROVAL = GuardrailKeys.APPROVAL;
  public static final Shape CHECKS = GuardrailKeys.CHECKS;
  public static final Shape APPLICATION_GUARDRAILS = GuardrailKeys.OF_APPLICATION;
  public static final Shape SOAK = GuardrailKeys.SOAK;
  public static final Shape GUARDRAILS = GuardrailKeys.GUARDRAILS;
  public static final Shape ENVIRONMENT = PlatformKeys.ENVIRONMENT;
  public static final Shape ENVIRONMENT_GROUP = PlatformKeys.ENVIRONMENT_GROUP;
  public static final Shape SELECTED_TARGETS = PlatformKeys.SELECTED_TARGETS;
  public static final Shape TEMPLATE = PlatformKeys.TEMPLATE;
  public static final Shape TARGET = PlatformKeys.TARGET;
  public static final Shape RESOURCE = PlatformKeys.RESOURCE;
  public static final Shape NEEDED_RESOURCE = GuardrailKeys.RESOURCE;
  public static final Shape OVERLAY = OverlayKeys.overlay(VALUES);
  public static final Shape REACH = OverlayKeys.REACH;
  public static final Shape OVERLAY_LIMITS = OverlayKeys.LIMITS;
  public static final Shape PROCESS_LIMITS = OverlayKeys.PROCESS_LIMITS;
  public static final Shape TOTAL = OverlayKeys.TOTAL;
  public static final Shape POLICY = PolicyKeys.POLICY;
  public static final Shape RULE = PolicyKeys.RULE;
  public static final Shape NOTIFICATION = NotificationKeys.NOTIFICATION;
  public static final Shape NOTIFIED = NotificationKeys.NOTIFIED;
  public static final Shape SLACK = ReceiverKeys.SLACK;
  public static final Shape WEBHOOK = ReceiverKeys.WEBHOOK;
  public static final Shape GITHUB = GitHubKeys.GITHUB;
  public static final Shape ASKED_DEPLOYMENT = GitHubKeys.ASKED;
  public static final Shape GITHUB_DEPLOYMENTS = GitHubKeys.DEPLOYMENTS;
  public static final Shape CD_EVENTS = ReceiverKeys.CD_EVENTS;
  public static final Shape DATADOG = ReceiverKeys.DATADOG;
  public static final Shape EMAIL = ReceiverKeys.EMAIL;
  public static final Shape SENTRY = ReceiverKeys.SENTRY;
  public static final Shape GRAFANA = ReceiverKeys.GRAFANA;
  public static final Shape IN_FILE = ReceiverKeys.IN_FILE;
  public static final Shape OWNER = OwnerKeys.OWNER;
  public static final Shape RIGHT = OwnerKeys.RIGHT;

  /** The kinds of documents; the name of each is the key that tells the kind. */
  public static final List<Shape> DOCUMENTS =
      List.of(
          APPLICATION,
          ENVIRONMENT,
          ENVIRONMENT_GROUP,
          TARGET,
          RESOURCE,
          OVERLAY,
          POLICY,
          OWNER,
          NOTIFICATION);

  private Shapes() {}
}
