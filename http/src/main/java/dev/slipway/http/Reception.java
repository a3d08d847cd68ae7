package dev.slipway.http;

import dev.slipway.http.gate.Bodies;
import dev.slipway.http.gate.Caller;
import dev.slipway.http.gate.Exchange;
import dev.slipway.http.gate.Gate;
import dev.slipway.http.gate.Headers;
import dev.slipway.http.gate.Hosts;

/** What every request passes, whatever serves it: who asks, what is read of it. Thread-safe. */
final class Reception {

  private static final int CORRELATION_LENGTH = 12;

  private final Gate gate;
  private final Bodies bodies;
  private final Hosts hosts;
  private final Settings settings;

  Reception(Doors doors, Settings settings) {
    gate = new Gate(doors.credentials(), settings.clock());
    bodies = new Bodies(settings.clock());
    hosts = new Hosts(settings.host());
    this.settings = settings;
  }

  /** A name for a request, by which its sender and the log can speak of it. */
  String correlation() {
    return settings.secrets().get().substring(0, CORRELATION_LENGTH);
  }

  /** Comes before anything is looked at. */
  void welcome(Exchange exchange) {
    Headers.add(exchange);
    hosts.check(exchange);
  }

  Answer answer(Exchange exchange, Route route) {
    return route.handler().apply(call(exchange, route));
  }

  private Call call(Exchange exchange, Route route) {
    return switch (route.credential()) {
      case NONE ->
          new Call(
              exchange,
              new Caller.Nobody(),
              Call.bodyOf(exchange, bodies, route.bodyMax()),
              settings.secrets());
      case ACTOR -> {
        Caller.Someone actor = gate.actor(exchange);
        yield new Call(
            exchange,
            actor,
            Call.bodyOf(exchange, bodies, route.bodyMax()),
            settings.secrets(),
            gate.standing(exchange, actor)::counts);
      }
      case AGENT -> {
        byte[] signed = bodies.read(exchange, route.bodyMax());
        Caller agent = gate.agent(exchange, signed);
        yield new Call(exchange, agent, () -> signed, settings.secrets());
      }
    };
  }
}
