package dev.slipway.source.github;

import com.sun.net.httpserver.HttpExchange;
import dev.slipway.source.github.Contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What GitHub wants of every request. Stateless. */
final class Manners {

  private static final Map<String, String> WANTED =
      Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

  private Manners() {}

  static List<String> wrong(HttpExchange exchange, Operation operation) {
    List<String> wrong = new ArrayList<>(operation.query(Paths.query(exchange.getRequestURI())));
    WANTED.forEach((name, value) -> {
      if (!value.equals(exchange.getRequestHeaders().getFirst(name))) {
        wrong.add(name + " is not " + value);
      }
    });
    if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
      wrong.add("nobody says who asks");
    }
    return wrong;
  }
}
