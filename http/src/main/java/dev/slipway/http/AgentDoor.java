package dev.slipway.http;

import dev.slipway.http.gate.Credential;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes what agents say from Jetty itself: they say most of what is said to a server, and most of
 * it waits for an answer, so it has neither servlets nor a router to pass. All else goes on to
 * these. Thread-safe.
 */
final class AgentDoor extends Handler.Wrapper {

  private final Map<String, Route> routes;
  private final Reception reception;
  private final Problems problems;

  AgentDoor(List<Route> all, Reception reception, Problems problems) {
    routes =
        all.stream()
            .filter(AgentDoor::takes)
            .collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));
    this.reception = reception;
    this.problems = problems;
  }

  /** Whether a route is for what an agent says, all of which is answered with a record. */
  static boolean takes(Route route) {
    return route.credential() == Credential.AGENT && route.method().equals("POST");
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Route route = routes.get(Request.getPathInContext(request));
    if (route == null || !route.method().equals(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    new Said(new ServedByJetty(request, response), reception.correlation(), callback).take(route);
    return true;
  }

  /** One message of an agent. */
  private final class Said {

    private final ServedByJetty exchange;
    private final String correlation;
    private final Callback callback;

    Said(ServedByJetty exchange, String correlation, Callback callback) {
      this.exchange = exchange;
      this.correlation = correlation;
      this.callback = callback;
    }

    void take(Route route) {
      try {
        reception.welcome(exchange);
        send(reception.answer(exchange, route));
      } catch (RuntimeException failure) {
        fail(failure);
      }
    }

    private void send(Answer answer) {
      switch (answer) {
        case Answer.Json json -> {
          json.headers().forEach(exchange::answerHeader);
          write(json.status(), "application/json", Problems.text(json.body()));
        }
        case Answer.Later later -> later.answer().whenComplete(this::answered);
        case Answer.Empty _, Answer.Octets _, Answer.Events _ ->
            throw new IllegalStateException("Agents are answered with records");
      }
    }

    private void answered(Answer answer, @Nullable Throwable failure) {
      if (failure == null) {
        send(answer);
      } else {
        fail(failure);
      }
    }

    private void fail(Throwable failure) {
      Refusal refusal = problems.refusal(exchange, failure, correlation);
      write(refusal.status(), Problems.TYPE, problems.of(exchange, refusal, correlation));
    }

    private void write(int status, String type, String body) {
      exchange.answerHeader("Content-Type", type);
      exchange.response().setStatus(status);
      ByteBuffer bytes = ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
      exchange.response().write(true, bytes, callback);
    }
  }
}
