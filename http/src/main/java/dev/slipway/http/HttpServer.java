package dev.slipway.http;

import dev.slipway.http.gate.Strangers;
import dev.slipway.http.resource.Ui;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.List;

/** The server's HTTP side, running from {@link #start} to {@link #close}. Thread-safe. */
public final class HttpServer implements AutoCloseable {

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts to listen.
   *
   * @throws AddressInUse where somebody listens already
   */
  public static HttpServer start(Doors doors, Settings settings) {
    AddressInUse.unless(settings);
    Strangers strangers = new Strangers(settings.clock());
    Problems problems = new Problems(strangers);
    Replies replies = new Replies(problems);
    Reception reception = new Reception(doors, settings);
    List<Route> routes = Routes.of(doors, settings, strangers);
    Javalin javalin =
        Javalin.create(config -> {
          Listening.configure(
              config, settings, doors.answering(), new AgentDoor(routes, reception, problems));
          around(config, reception, replies);
          for (Route route : routes) {
            if (!AgentDoor.takes(route)) {
              config.routes.addHttpHandler(
                  HandlerType.findOrCreate(route.method()),
                  route.path(),
                  context ->
                      replies.send(context, reception.answer(new ServedByServlet(context), route)));
            }
          }
          Ui ui = new Ui();
          config.routes.addHttpHandler(
              HandlerType.GET, "/*", context -> replies.send(context, page(context, ui)));
        });
    return new HttpServer(javalin.start());
  }

  /** What happens before every route and when one fails. */
  private static void around(JavalinConfig config, Reception reception, Replies replies) {
    config.routes.before(context -> {
      context.attribute(Replies.CORRELATION, reception.correlation());
      reception.welcome(new ServedByServlet(context));
    });
    config.routes.exception(
        HttpResponseException.class,
        (refused, context) ->
            replies.problem(
                context,
                refused.getStatus() == 404
                    ? Refusal.notFound()
                    : Refusal.of(refused.getStatus(), "refused", "This is not taken here.")));
    config.routes.exception(Exception.class, (failure, context) -> replies.fail(context, failure));
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
