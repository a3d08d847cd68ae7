package dev.slipway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.http.gate.Exchange;
import dev.slipway.http.gate.Strangers;
import dev.slipway.loop.door.ReadingOnly;
import dev.slipway.wire.Problem;
import dev.slipway.wire.WireJson;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts into words what went wrong with a request, and takes note of strangers. Thread-safe. */
final class Problems {

  static final String TYPE = "application/problem+json";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final JsonMapper JSON = WireJson.strict();
  private static final String PROBLEMS = "urn:slipway:problem:";

  private final Strangers strangers;

  Problems(Strangers strangers) {
    this.strangers = strangers;
  }

  /** Any wire record as text. */
  static String text(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written", e);
    }
  }

  /** What nobody foresaw is told to the log, not to the client. */
  Refusal refusal(Exchange exchange, Throwable failure, String correlation) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    if (cause instanceof ReadingOnly reading) {
      return Refusal.of(503, reading.because());
    }
    LOG.error(
        "{} {} failed [{}]",
        LogText.of(exchange.method()),
        LogText.of(exchange.path()),
        correlation,
        cause);
    return Refusal.of(500, "internal", "Something went wrong here; the log knows the correlation.");
  }

  /** The answer's body; sets the headers that go with it. */
  String of(Exchange exchange, Refusal refusal, String correlation) {
    strangers.refused(exchange.path(), refusal.status(), refusal.reason().code());
    if (refusal.status() == 401) {
      exchange.answerHeader("WWW-Authenticate", "Bearer");
    }
    return text(
        new Problem(
            PROBLEMS + refusal.reason().code(),
            title(refusal.status()),
            refusal.status(),
            refusal.reason().sentence(),
            refusal.reason().code(),
            correlation,
            refusal.position().map(it -> it.value()),
            refusal.problems()));
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
      case 503 -> "Service unavailable";
      default -> "Error";
    };
  }
}
