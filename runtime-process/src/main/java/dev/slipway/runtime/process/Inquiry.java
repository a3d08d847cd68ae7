package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.definition.Verification.Question;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.processes.Sessions;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Asks a service by its own address, as others reach it, and holds each answer against what is
 * expected. Whatever is no answer, such as a refused connection, a timeout or one that is too long,
 * tells nothing and is no success. Redirects are not followed, and no proxy is asked.
 */
final class Inquiry {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);
  private static final int BODY_MAX = 1 << 16;

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
    try (HttpClient client = client()) {
      while (!open.isEmpty()) {
        Due due = open.stream().min(Comparator.comparingLong(Due::at)).orElseThrow();
        if (System.nanoTime() - began < due.at()) {
          Sessions.pause(LOOK_EVERY);
        } else {
          open.remove(due);
          due.next().ifPresent(open::add);
          Optional<Reason> against = ask(client, due.question());
          if (against.isPresent()) {
            return against;
          }
        }
        if (cancellation.isRequested()) {
          return Optional.of(
              new Reason("cancelled", service + ": A newer order came while it was asked."));
        }
      }
    }
    return Optional.empty();
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(ANSWER_WITHIN)
        .build();
  }

  private Optional<Reason> ask(HttpClient client, Question question) {
    URI uri =
        URI.create(
            "http://%s:%d%s"
                .formatted(
                    address.getAddress().getHostAddress(), address.getPort(), question.path()));
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN).build();
    try {
      HttpResponse<byte[]> answer =
          client
              .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), BODY_MAX))
              .orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      return against(question, answer);
    } catch (CompletionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      return Optional.of(
          new Reason(
              "verify-inconclusive",
              "%s: GET %s gave no answer that could be judged within %d s and %d bytes (%s)."
                  .formatted(
                      service,
                      question.path(),
                      ANSWER_WITHIN.toSeconds(),
                      BODY_MAX,
                      cause.getClass().getSimpleName())));
    }
  }

  private Optional<Reason> against(Question question, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != question.expect()) {
      return failed(
          "%s: GET %s was to answer %d and answered %d."
              .formatted(service, question.path(), question.expect(), answer.statusCode()));
    }
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return question
        .contains()
        .filter(text -> !body.contains(text))
        .flatMap(text ->
            failed(
                "%s: GET %s answered %d without the text that was to be in it."
                    .formatted(service, question.path(), answer.statusCode())));
  }

  private static Optional<Reason> failed(String sentence) {
    return Optional.of(new Reason("verify-failed", sentence));
  }
}
