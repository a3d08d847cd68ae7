package dev.slipway.agent;

import dev.slipway.agent.core.Outbox;
import dev.slipway.agent.port.Ports;
import dev.slipway.codec.ReportCodec;
import dev.slipway.model.ActorId;
import dev.slipway.model.observation.Report;
import dev.slipway.wire.agent.Stray;
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
 * reports ride on the next question, or go by themselves while one is held. A server that has not
 * answered yet, or could not be reached since, is asked a question that is not held, for only an
 * answer shows that it is there and has heard what was brought. Until it is back, reports wait.
 * Lives on the agent's thread.
 */
final class Line {

  /** A question that was answered with nothing new sooner than this is not asked again at once. */
  private static final Duration TOO_SOON = Duration.ofMillis(200);

  private final ActorId agent;
  private final Ports ports;
  private final Settings settings;
  private final Supplier<Map<String, String>> holding;
  private final Supplier<List<Stray>> strays;
  private final Consumer<Report> acknowledged;
  private final Orders orders;

  private Outbox outbox = Outbox.EMPTY;
  private Question question = Question.NONE;
  private boolean met;
  private boolean telling;
  private boolean flushing;
  private boolean stopped;
  private int failures;

  Line(
      ActorId agent,
      Ports ports,
      Settings settings,
      Supplier<Map<String, String>> holding,
      Supplier<List<Stray>> strays,
      Consumer<Report> acknowledged,
      Orders orders) {
    this.agent = agent;
    this.ports = ports;
    this.settings = settings;
    this.holding = holding;
    this.strays = strays;
    this.acknowledged = acknowledged;
    this.orders = orders;
  }

  /** What a message is for. */
  private enum Errand {
    /** It asks for orders. */
    ASK,
    /** It brings reports while a question is held. */
    TELL
  }

  /** Where the question for orders is. */
  private enum Question {
    NONE,
    /** With the server, which answers at once; or about to go there again. */
    SENT,
    /** With the server, which answers when there is an order, or the time is up. */
    HELD
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
    if (!outbox.waiting().isEmpty()) {
      tell();
    }
  }

  /** Sends what there is to say, also where nothing waits but what rides on every message. */
  void tell() {
    boolean lost = failures > 0 && question != Question.HELD;
    if (stopped || lost) {
      return;
    }
    if (question == Question.NONE) {
      ask();
    } else if (!telling) {
      telling = true;
      send(Errand.TELL, message());
    }
  }

  private void ask() {
    if (question == Question.NONE && !stopped) {
      send(Errand.ASK, message());
    }
  }

  private Outbox.Message message() {
    Outbox.Message message = outbox.send();
    outbox = message.next();
    return message;
  }

  private void send(Errand errand, Outbox.Message message) {
    boolean holds = errand == Errand.ASK && met && failures == 0;
    if (errand == Errand.ASK) {
      question = holds ? Question.HELD : Question.SENT;
    }
    SyncRequest request =
        new SyncRequest(
            Optional.of(ports.version()),
            ports.boot(),
            message.number(),
            message.reports().stream().map(ReportCodec::encode).toList(),
            holding.get(),
            Optional.of(strays.get()),
            holds ? settings.hold().toMillis() : 0);
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
                      answered(errand, message, sent, response);
                    } else {
                      failed(errand, message, problem);
                    }
                  });
              return null;
            });
  }

  private void answered(
      Errand errand, Outbox.Message message, Instant sent, SyncResponse response) {
    boolean found = failures > 0 || !met;
    List<Report> carried = outbox.carried(message.number());
    outbox = outbox.answered(message.number());
    failures = 0;
    met = true;
    if (stopped) {
      return;
    }
    // The outcome of an order whose place a newer one takes need not be noted as heard any more.
    boolean news = orders.take(response);
    carried.forEach(acknowledged);
    if (errand == Errand.TELL) {
      telling = false;
      flush();
      return;
    }
    question = Question.NONE;
    boolean soon = Duration.between(sent, ports.clock().instant()).compareTo(TOO_SOON) < 0 && !news;
    if (found || !outbox.waiting().isEmpty()) {
      ask();
    } else {
      ports
          .scheduler()
          .after(news ? settings.linger() : soon ? TOO_SOON : Duration.ZERO, this::ask);
    }
  }

  private void failed(Errand errand, Outbox.Message message, Throwable problem) {
    failures++;
    if (errand == Errand.ASK) {
      question = Question.SENT;
    }
    if (failures == 1) {
      ports.log().accept("The server cannot be reached: " + problem.getMessage());
    }
    Duration delay = settings.again().after(failures, ports.chance().nextDouble());
    ports.scheduler().after(delay, () -> again(errand, message));
  }

  private void again(Errand errand, Outbox.Message message) {
    if (stopped) {
      return;
    }
    if (outbox.again(message.number()).isPresent()) {
      send(errand, message);
      return;
    }
    outbox = outbox.returned(message.number());
    if (errand == Errand.TELL) {
      telling = false;
      flush();
    } else {
      send(errand, message());
    }
  }
}
