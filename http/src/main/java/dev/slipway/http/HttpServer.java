package dev.slipway.http;

import dev.slipway.http.gate.Bodies;
import dev.slipway.http.gate.Caller;
import dev.slipway.http.gate.Gate;
import dev.slipway.http.gate.Headers;
import dev.slipway.http.gate.Hosts;
import dev.slipway.http.gate.Strangers;
import dev.slipway.http.resource.Ui;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.function.Supplier;

/** The server's HTTP side, running from {@link #start} to {@link #close}. Thread-safe. */
public final class HttpServer implements AutoCloseable {

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Starts to listen. */
  public static HttpServer start(Doors doors, Settings settings) {
    Gate gate = new Gate(doors.credentials(), settings.clock());
    Bodies bodies = new Bodies(settings.clock());
    Strangers strangers = new Strangers(settings.clock());
    Javalin javalin =
        Javalin.create(config -> {
          Listening.configure(config, settings);
          around(config, settings, strangers);
          for (Route route : Routes.of(doors, settings, strangers)) {
            config.routes.addHttpHandler(
                HandlerType.findOrCreate(route.method()),
                route.path(),
                context -> Replies.send(context, answer(context, route, gate, bodies, settings)));
          }
          Ui ui = new Ui();
          config.routes.addHttpHandler(
              HandlerType.GET, "/*", context -> Replies.send(context, page(context, ui)));
        });
    return new HttpServer(javalin.start());
  }

  /** What happens before every route and when one fails. */
  private static void around(JavalinConfig config, Settings settings, Strangers strangers) {
    Hosts hosts = new Hosts(settings.host());
    config.routes.before(context -> {
      context.attribute(Replies.CORRELATION, settings.secrets().get().substring(0, 12));
      context.attribute(Replies.STRANGERS, strangers);
      Headers.add(context);
      hosts.check(context);
    });
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) ->
            Replies.problem(
                context,
                refused.getStatus() == 404
                    ? Refusal.notFound()
                    : Refusal.of(refused.getStatus(), "refused", "This is not taken here.")));
    config.routes.exception(Exception.class, (failure, context) -> Replies.fail(context, failure));
  }

  private static Answer answer(
      Context context, Route route, Gate gate, Bodies bodies, Settings settings) {
    return switch (route.credential()) {
      case NONE ->
          route
              .handler()
              .apply(
                  new Call(
                      context,
                      new Caller.Nobody(),
                      body(context, bodies, route),
                      settings.secrets()));
      case ACTOR -> {
        Caller.Someone actor = gate.actor(context);
        yield route
            .handler()
            .apply(
                new Call(
                    context,
                    actor,
                    body(context, bodies, route),
                    settings.secrets(),
                    gate.standing(context, actor)::counts));
      }
      case AGENT -> {
        byte[] signed = bodies.read(context, route.bodyMax());
        Caller agent = gate.agent(context, signed);
        yield route.handler().apply(new Call(context, agent, () -> signed, settings.secrets()));
      }
    };
  }

  private static Supplier<byte[]> body(Context context, Bodies bodies, Route route) {
    return Call.bodyOf(context, bodies, route.bodyMax());
  }

  private static Answer page(Context context, Ui ui) {
    String path = context.path();
    if (path.startsWith("/api/") || path.startsWith("/agent/") || path.startsWith("/hooks/")) {
      throw Refusal.notFound();
    }
    return ui.file(path);
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
