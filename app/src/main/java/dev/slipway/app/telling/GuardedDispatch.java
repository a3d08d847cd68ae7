package dev.slipway.app.telling;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.model.FileName;
import dev.slipway.model.Sha;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outbound.Answer;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Call;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outlet.Dispatch;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.Outlet;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.WebhookSecret;
import dev.slipway.outlet.cdevents.CdEventsOutlet;
import dev.slipway.outlet.datadog.DatadogOutlet;
import dev.slipway.outlet.grafana.GrafanaOutlet;
import dev.slipway.outlet.sentry.SentryOutlet;
import dev.slipway.outlet.slack.SlackOutlet;
import dev.slipway.outlet.webhook.WebhookOutlet;
import dev.slipway.source.github.GitHubDeployments;
import dev.slipway.source.github.GitHubStatuses;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Has each receiver's outlet make the message, and the guarded client call. Thread-safe. */
public final class GuardedDispatch implements Dispatch, AutoCloseable {

  /** What a receiver says of a message that it will not want later either. */
  private static final Set<Integer> DECLINING = Set.of(400, 413, 415, 422);

  private final Outbound outbound;
  private final SecretFiles secrets;
  private final CommitStatuses statuses;
  private final Deployments deployments;
  private final Letters letters;
  private final Optional<String> link;
  private final InstantSource clock;

  private GuardedDispatch(
      Outbound outbound,
      SecretFiles secrets,
      CommitStatuses statuses,
      Deployments deployments,
      Letters letters,
      Optional<String> link,
      InstantSource clock) {
    this.outbound = outbound;
    this.secrets = secrets;
    this.statuses = statuses;
    this.deployments = deployments;
    this.letters = letters;
    this.link = link;
    this.clock = clock;
  }

  public static GuardedDispatch open(
      ServerOptions.Calls calls,
      GitHubStatuses statuses,
      GitHubDeployments deployments,
      Executor threads,
      InstantSource clock) {
    SecretFiles secrets = new SecretFiles(calls.secretFiles());
    return new GuardedDispatch(
        new Outbound(Names.OF_THIS_MACHINE, calls.reach(), Bounds.STANDARD, threads),
        secrets,
        new CommitStatuses(statuses, calls.link()),
        new Deployments(deployments, calls.link()),
        new Letters(calls.mail(), secrets, calls.link()),
        calls.link(),
        clock);
  }

  @Override
  public Sent send(Receiver receiver, Telling telling) {
    try {
      return switch (receiver) {
        case Receiver.Slack slack -> slack(slack, telling);
        case Receiver.Webhook webhook -> webhook(webhook, telling);
        case Receiver.CdEvents cdEvents -> cdEvents(cdEvents, telling);
        case Receiver.Datadog datadog -> datadog(datadog, telling);
        case Receiver.Email email -> letters.send(email, telling, clock.instant());
        case Receiver.Sentry sentry -> sentry(sentry, telling);
        case Receiver.Grafana grafana -> grafana(grafana, telling);
        case Receiver.GitHub receiving -> statuses.set(receiving, telling, clock.instant());
        case Receiver.GitHubDeployments receiving -> deployments.tell(receiving, telling);
        // Comments are kept up to date by whoever looks at pull requests; nothing is sent here.
        case Receiver.GitHubPullRequests _ ->
            new Sent.Declined("A comment belongs to a pull request, and a test has none.");
      };
    } catch (SecretFiles.Missing missing) {
      return new Sent.Failed(missing.sentence());
    }
  }

  private Sent slack(Receiver.Slack slack, Telling telling) throws SecretFiles.Missing {
    String url = secrets.read(slack.url());
    return post(url, Map.of(), new SlackOutlet().message(telling, clock.instant()));
  }

  private Sent webhook(Receiver.Webhook webhook, Telling telling) throws SecretFiles.Missing {
    Map<String, String> headers = headers(webhook.headers(), webhook.secretHeaders());
    Outlet outlet = new WebhookOutlet(secret(webhook.secret()));
    return post(webhook.url(), headers, outlet.message(telling, clock.instant()));
  }

  /** One after the other; the first that does not arrive ends it, and all of them come again. */
  private Sent cdEvents(Receiver.CdEvents listener, Telling telling) throws SecretFiles.Missing {
    Map<String, String> headers = headers(listener.headers(), listener.secretHeaders());
    CdEventsOutlet outlet = new CdEventsOutlet(secret(listener.secret()), link);
    Sent sent = new Sent.Delivered();
    for (Message message : outlet.messages(telling, clock.instant())) {
      sent = post(listener.url(), headers, message);
      if (!(sent instanceof Sent.Delivered)) {
        return sent;
      }
    }
    return sent;
  }

  private Sent datadog(Receiver.Datadog datadog, Telling telling) throws SecretFiles.Missing {
    DatadogOutlet outlet = new DatadogOutlet(datadog.site());
    Map<String, String> key = DatadogOutlet.credentials(secrets.read(datadog.key()));
    return post(outlet.address(), key, outlet.message(telling, clock.instant()));
  }

  /** A deploy is of a release, so that is made first, each time: to make it again is nothing. */
  private Sent sentry(Receiver.Sentry sentry, Telling telling) throws SecretFiles.Missing {
    if (telling.rehearsal()) {
      return new Sent.Declined("A deploy belongs to a commit, and a test has none.");
    }
    Optional<Sha> deployed = SentryOutlet.deployed(telling);
    if (deployed.isEmpty()) {
      return new Sent.Delivered();
    }
    Sha sha = deployed.orElseThrow();
    SentryOutlet outlet =
        new SentryOutlet(sentry.url(), sentry.organization(), sentry.projects(), link);
    Map<String, String> token = bearer(sentry.token());
    Sent release = post(outlet.releases(), token, outlet.release(sha));
    return release instanceof Sent.Delivered
        ? post(outlet.deploys(sha), token, outlet.deploy(telling))
        : release;
  }

  private Sent grafana(Receiver.Grafana grafana, Telling telling) throws SecretFiles.Missing {
    GrafanaOutlet outlet = new GrafanaOutlet(grafana.url(), grafana.dashboard());
    return post(
        outlet.address(), bearer(grafana.token()), outlet.message(telling, clock.instant()));
  }

  private Map<String, String> bearer(FileName token) throws SecretFiles.Missing {
    return Map.of("Authorization", "Bearer " + secrets.read(token));
  }

  private Map<String, String> headers(Map<String, String> open, Map<String, FileName> secret)
      throws SecretFiles.Missing {
    Map<String, String> headers = new TreeMap<>(open);
    for (Map.Entry<String, FileName> header : secret.entrySet()) {
      headers.put(header.getKey(), secrets.read(header.getValue()));
    }
    return headers;
  }

  private Optional<WebhookSecret> secret(Optional<FileName> file) throws SecretFiles.Missing {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    FileName name = file.orElseThrow();
    Optional<WebhookSecret> secret = WebhookSecret.parse(secrets.read(name));
    if (secret.isEmpty()) {
      throw new SecretFiles.Missing(
          "The file %s has to hold whsec_ and Base64 of 24 to 64 bytes.".formatted(name));
    }
    return secret;
  }

  private Sent post(String url, Map<String, String> headers, Message message) {
    Map<String, String> all = new TreeMap<>(headers);
    all.putAll(message.headers());
    return switch (outbound.call(Call.post(url, all, message.body()))) {
      case Answer.Answered answer -> answered(answer.status());
      case Answer.Refused refused -> new Sent.Failed(refused.sentence());
      case Answer.Failed failed -> new Sent.Failed(failed.sentence());
    };
  }

  private static Sent answered(int status) {
    if (status >= 200 && status < 300) {
      return new Sent.Delivered();
    }
    if (DECLINING.contains(status)) {
      return new Sent.Declined("It does not take this message, and answered " + status + ".");
    }
    return new Sent.Failed(
        status >= 300 && status < 400
            ? "It leads elsewhere (" + status + "); name the address where that ends."
            : "It answered " + status + ".");
  }

  @Override
  public void close() {
    outbound.close();
  }
}
