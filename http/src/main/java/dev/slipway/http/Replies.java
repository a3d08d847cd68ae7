package dev.slipway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.http.gate.Strangers;
import dev.slipway.wire.Problem;
import dev.slipway.wire.WireJson;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and problems. Stateless. */
final class Replies {

  static final String CORRELATION = "correlation";
  static final String STRANGERS = "strangers";

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
  private static final JsonMapper JSON = WireJson.strict();
  private static final String PROBLEMS = "urn:slipway:problem:";

  private Replies() {}

  static void send(Context context, Answer answer) {
    switch (answer) {
      case Answer.Json json -> {
        headers(context, json.headers());
        context.status(json.status()).contentType("application/json").result(text(json.body()));
      }
      case Answer.Empty empty -> {
        headers(context, empty.headers());
        context.status(empty.status());
      }
      case Answer.Octets octets -> {
        headers(context, octets.headers());
        context.contentType(octets.type()).result(octets.content());
      }
      case Answer.Later later -> later(context, later);
      case Answer.Events events -> stream(context, events);
    }
  }

  private static void headers(Context context, Map<String, String> headers) {
    headers.forEach(context::header);
  }

  private static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written", e);
    }
  }

  private static void later(Context context, Answer.Later later) {
    context.future(() ->
        later
            .answer()
            .handle((answer, failure) -> {
              if (failure == null) {
                send(context, answer);
              } else {
                fail(context, failure);
              }
              return answer;
            })
            .toCompletableFuture());
  }

  /** Runs on the request's own virtual thread, which costs nothing while it waits. */
  private static void stream(Context context, Answer.Events events) {
    context.res().setContentType("text/event-stream");
    context.res().setCharacterEncoding(StandardCharsets.UTF_8.name());
    try {
      ServletOutputStream out = context.res().getOutputStream();
      events.stream()
          .writeTo(text -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
          });
    } catch (IOException e) {
      LOG.debug("A listener has gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says what went wrong; what nobody foresaw is told to the log, not to the client. */
  static void fail(Context context, Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Refusal refusal) {
      problem(context, refusal);
      return;
    }
    LOG.error(
        "{} {} failed [{}]",
        LogText.of(context.method().name()),
        LogText.of(context.path()),
        correlation(context),
        cause);
    problem(
        context,
        Refusal.of(500, "internal", "Something went wrong here; the log knows the correlation."));
  }

  static void problem(Context context, Refusal refusal) {
    Strangers strangers = context.attribute(STRANGERS);
    if (strangers != null) {
      strangers.refused(context.path(), refusal.status(), refusal.reason().code());
    }
    if (refusal.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    Problem problem =
        new Problem(
            PROBLEMS + refusal.reason().code(),
            title(refusal.status()),
            refusal.status(),
            refusal.reason().sentence(),
            refusal.reason().code(),
            correlation(context),
            refusal.position().map(it -> it.value()),
            refusal.problems());
    context.status(refusal.status()).contentType("application/problem+json").result(text(problem));
  }

  private static String correlation(Context context) {
    String known = context.attribute(CORRELATION);
    return known == null ? "none" : known;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 408 -> "Request timeout";
      case 409 -> "Conflict";
      case 413 -> "Content too large";
      case 415 -> "Unsupported media type";
      case 421 -> "Misdirected request";
      case 422 -> "Unprocessable content";
      case 429 -> "Too many requests";
      case 500 -> "Internal server error";
      default -> "Error";
    };
  }
}
