package dev.slipway.agent;

import dev.slipway.agent.core.Outbox;
import dev.slipway.agent.port.Ports;
import dev.slipway.codec.ReportCodec;
import dev.slipway.model.ActorId;
import dev.slipway.model.observation.Report;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Talks with the server. One question is always with it, held there until there is an order;
 * reports ride on the next question, or go by themselves while one is held. Lives on the agent's
 * thread.
 */
final class Line {

  /** A question that was answered with nothing new sooner than this is not asked again at once. */
  private static final Duration TOO_SOON = Duration.ofMillis(200);

  private final ActorId agent;
  private final Ports ports;
  private final Settings settings;
  private final Supplier<Map<String, String>> holding;
  private final Consumer<Report> acknowledged;
  private final Orders orders;

  private Outbox outbox = Outbox.EMPTY;
  private boolean asking;
  private boolean telling;
  private boolean flushing;
  private boolean stopped;
  private int failures;

  Line(
      ActorId agent,
      Ports ports,
      Settings settings,
      Supplier<Map<String, String>> holding,
      Consumer<Report> acknowledged,
      Orders orders) {
    this.agent = agent;
    this.ports = ports;
    this.settings = settings;
    this.holding = holding;
    this.acknowledged = acknowledged;
    this.orders = orders;
  }

  /** Takes what the server sent, and says whether any of it was news. */
  @FunctionalInterface
  interface Orders {
    boolean take(SyncResponse response);
  }

  void begin() {
    ask();
  }

  void stop() {
    stopped = true;
  }

  /** Reports of one turn leave together. */
  void report(Report report) {
    outbox = outbox.add(new Discreet(ports.secrets().masks()).report(report));
    if (!flushing) {
      flushing = true;
      ports.scheduler().execute(this::flush);
    }
  }

  private void flush() {
    flushing = false;
    if (outbox.waiting().isEmpty() || stopped || failures > 0) {
      return;
    }
    if (!asking) {
      ask();
    } else if (!telling) {
      telling = true;
      send(Duration.ZERO, message());
    }
  }

  private void ask() {
    if (!asking && !stopped) {
      asking = true;
      send(settings.hold(), message());
    }
  }

  private Outbox.Message message() {
    Outbox.Message message = outbox.send();
    outbox = message.next();
    return message;
  }

  private void send(Duration hold, Outbox.Message message) {
    SyncRequest request =
        new SyncRequest(
            Optional.of(ports.version()),
            ports.boot(),
            message.number(),
            message.reports().stream().map(ReportCodec::encode).toList(),
            holding.get(),
            hold.toMillis());
    Instant sent = ports.clock().instant();
    CompletionStage<Void> _ =
        ports
            .transport()
            .sync(agent, request)
            .handle((response, problem) -> {
              ports
                  .scheduler()
                  .execute(() -> {
                    if (problem == null) {
                      answered(hold, message, sent, response);
                    } else {
                      failed(hold, message, problem);
                    }
                  });
              return null;
            });
  }

  private void answered(
      Duration hold, Outbox.Message message, Instant sent, SyncResponse response) {
    List<Report> carried = outbox.carried(message.number());
    outbox = outbox.answered(message.number());
    failures = 0;
    if (stopped) {
      return;
    }
    carried.forEach(acknowledged);
    boolean news = orders.take(response);
    if (hold.isZero()) {
      telling = false;
      flush();
      return;
    }
    asking = false;
    boolean soon = Duration.between(sent, ports.clock().instant()).compareTo(TOO_SOON) < 0 && !news;
    if (!outbox.waiting().isEmpty()) {
      ask();
    } else {
      ports
          .scheduler()
          .after(news ? settings.linger() : soon ? TOO_SOON : Duration.ZERO, this::ask);
    }
  }

  private void failed(Duration hold, Outbox.Message message, Throwable problem) {
    failures++;
    if (failures == 1) {
      ports.log().accept("The server cannot be reached: " + problem.getMessage());
    }
    Duration delay = settings.again().after(failures, ports.chance().nextDouble());
    ports.scheduler().after(delay, () -> again(hold, message));
  }

  private void again(Duration hold, Outbox.Message message) {
    if (stopped) {
      return;
    }
    if (outbox.again(message.number()).isPresent()) {
      send(hold, message);
      return;
    }
    outbox = outbox.returned(message.number());
    if (hold.isZero()) {
      telling = false;
      failures = 0;
      flush();
    } else {
      send(hold, message());
    }
  }
}
