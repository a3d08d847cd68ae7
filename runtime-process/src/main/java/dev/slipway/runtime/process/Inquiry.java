package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.definition.Verification.Question;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.processes.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Asks a service by its own address, as others reach it, and holds each answer against what is
 * expected. Whatever is no answer, such as a refused connection, a timeout or one that is too long,
 * tells nothing and is no success. Redirects are not followed, and no proxy is asked.
 */
final class Inquiry {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final int BODY_MAX = 1 << 16;
  private static final int PIECE = 1 << 12;

  private final ServiceName service;
  private final InetSocketAddress address;
  private final Cancellation cancellation;

  Inquiry(ServiceName service, InetSocketAddress address, Cancellation cancellation) {
    this.service = service;
    this.address = address;
    this.cancellation = cancellation;
  }

  /** The next time that a question is asked, in nanoseconds after the beginning. */
  private record Due(Question question, long at) {

    Optional<Due> next() {
      long then = at + question.every().toNanos();
      return then > question.time().toNanos()
          ? Optional.empty()
          : Optional.of(new Due(question, then));
    }
  }

  /** The reason why not every answer was as expected; empty when all were. */
  Optional<Reason> run(Verification verification) {
    long began = System.nanoTime();
    List<Due> open =
        new ArrayList<>(verification.questions().stream().map(one -> new Due(one, 0)).toList());
    while (!open.isEmpty()) {
      Due due = open.stream().min(Comparator.comparingLong(Due::at)).orElseThrow();
      if (System.nanoTime() - began < due.at()) {
        Sessions.pause(LOOK_EVERY);
      } else {
        open.remove(due);
        due.next().ifPresent(open::add);
        Optional<Reason> against = ask(due.question());
        if (against.isPresent()) {
          return against;
        }
      }
      if (cancellation.isRequested()) {
        return Optional.of(
            new Reason("cancelled", service + ": A newer order came while it was asked."));
      }
    }
    return Optional.empty();
  }

  private Optional<Reason> ask(Question question) {
    URI uri =
        URI.create(
            "http://%s:%d%s"
                .formatted(
                    address.getAddress().getHostAddress(), address.getPort(), question.path()));
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
      try {
        return ask(question, connection);
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return inconclusive(question, e.getClass().getSimpleName());
    }
  }

  private Optional<Reason> ask(Question question, HttpURLConnection connection) throws IOException {
    int millis = (int) ANSWER_WITHIN.toMillis();
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    int status = connection.getResponseCode();
    if (status < 0) {
      return inconclusive(question, "it is not HTTP");
    }
    if (status != question.expect()) {
      return failed(
          "%s: GET %s was to answer %d and answered %d."
              .formatted(service, question.path(), question.expect(), status));
    }
    Optional<String> body = body(connection);
    return body.isEmpty()
        ? inconclusive(question, "it has no end")
        : against(question, status, body.orElseThrow());
  }

  /** What was answered; empty when it is too long, or takes too long. */
  private static Optional<String> body(HttpURLConnection connection) throws IOException {
    long end = System.nanoTime() + ANSWER_WITHIN.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    InputStream failing = connection.getErrorStream();
    try (InputStream in = failing == null ? connection.getInputStream() : failing) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        body.write(piece, 0, n);
        if (body.size() > BODY_MAX || System.nanoTime() > end) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(body.toString(StandardCharsets.UTF_8));
  }

  private Optional<Reason> against(Question question, int status, String body) {
    return question
        .contains()
        .filter(text -> !body.contains(text))
        .flatMap(_ ->
            failed(
                "%s: GET %s answered %d without the text that was to be in it."
                    .formatted(service, question.path(), status)));
  }

  private Optional<Reason> inconclusive(Question question, String why) {
    return Optional.of(
        new Reason(
            "verify-inconclusive",
            "%s: GET %s gave no answer that could be judged within %d s and %d bytes (%s)."
                .formatted(service, question.path(), ANSWER_WITHIN.toSeconds(), BODY_MAX, why)));
  }

  private static Optional<Reason> failed(String sentence) {
    return Optional.of(new Reason("verify-failed", sentence));
  }
}
