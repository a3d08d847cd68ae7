package dev.slipway.app.telling;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.model.FileName;
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
import dev.slipway.outlet.slack.SlackOutlet;
import dev.slipway.outlet.webhook.WebhookOutlet;
import dev.slipway.outlet.webhook.WebhookSecret;
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
  private final InstantSource clock;

  private GuardedDispatch(
      Outbound outbound,
      SecretFiles secrets,
      CommitStatuses statuses,
      Deployments deployments,
      InstantSource clock) {
    this.outbound = outbound;
    this.secrets = secrets;
    this.statuses = statuses;
    this.deployments = deployments;
    this.clock = clock;
  }

  public static GuardedDispatch open(
      ServerOptions.Calls calls,
      GitHubStatuses statuses,
      GitHubDeployments deployments,
      Executor threads,
      InstantSource clock) {
    return new GuardedDispatch(
        new Outbound(Names.OF_THIS_MACHINE, calls.reach(), Bounds.STANDARD, threads),
        new SecretFiles(calls.secretFiles()),
        new CommitStatuses(statuses, calls.link()),
        new Deployments(deployments, calls.link()),
        clock);
  }

  @Override
  public Sent send(Receiver receiver, Telling telling) {
    try {
      return switch (receiver) {
        case Receiver.Slack slack -> slack(slack, telling);
        case Receiver.Webhook webhook -> webhook(webhook, telling);
        case Receiver.GitHub receiving -> statuses.set(receiving, telling, clock.instant());
        case Receiver.GitHubDeployments receiving -> deployments.tell(receiving, telling);
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
    Map<String, String> headers = new TreeMap<>(webhook.headers());
    for (Map.Entry<String, FileName> header : webhook.secretHeaders().entrySet()) {
      headers.put(header.getKey(), secrets.read(header.getValue()));
    }
    Optional<WebhookSecret> secret = Optional.empty();
    if (webhook.secret().isPresent()) {
      secret = Optional.of(secret(webhook.secret().orElseThrow()));
    }
    Outlet outlet = new WebhookOutlet(secret);
    return post(webhook.url(), headers, outlet.message(telling, clock.instant()));
  }

  private WebhookSecret secret(FileName name) throws SecretFiles.Missing {
    return WebhookSecret.parse(secrets.read(name))
        .orElseThrow(() ->
            new SecretFiles.Missing(
                "The file %s has to hold whsec_ and Base64 of 24 to 64 bytes.".formatted(name)));
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
