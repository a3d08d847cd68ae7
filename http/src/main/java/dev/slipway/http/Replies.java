package dev.slipway.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and problems through Javalin. Thread-safe. */
final class Replies {

  static final String CORRELATION = "correlation";

  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

  private final Problems problems;

  Replies(Problems problems) {
    this.problems = problems;
  }

  void send(Context context, Answer answer) {
    switch (answer) {
      case Answer.Json json -> {
        headers(context, json.headers());
        context
            .status(json.status())
            .contentType("application/json")
            .result(utf8(Problems.text(json.body())));
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

  private void later(Context context, Answer.Later later) {
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

  /** Says what went wrong. */
  void fail(Context context, Throwable failure) {
    problem(context, problems.refusal(new ServedByServlet(context), failure, correlation(context)));
  }

  void problem(Context context, Refusal refusal) {
    String problem = problems.of(new ServedByServlet(context), refusal, correlation(context));
    context.status(refusal.status()).contentType(Problems.TYPE).result(utf8(problem));
  }

  /** JSON is UTF-8; of a text the servlets make what its type's default is, which is not. */
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String correlation(Context context) {
    String known = context.attribute(CORRELATION);
    return known == null ? "none" : known;
  }
}
