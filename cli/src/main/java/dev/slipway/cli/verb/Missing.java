package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import dev.slipway.model.Nearest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Says which word of what was asked for names nothing. The server does not, for what is not there
 * and what may not be seen are the same to whoever asks; so this looks at what may be seen.
 */
final class Missing {

  private static final String ROOT = "/api/v1/";

  private Missing() {}

  /** The sentence; nothing where all words that are known to name something do. */
  static Optional<String> of(Server server, String path) {
    if (!path.startsWith(ROOT)) {
      return Optional.empty();
    }
    List<String> parts =
        List.of(path.substring(ROOT.length()).split("/")).stream().map(Missing::decoded).toList();
    try {
      return switch (parts.getFirst()) {
        case "applications" -> ofApplication(server, parts);
        case "environments" -> among("environment", parts.get(1), names(server, "environments"));
        case "groups" ->
            Optional.of("People are named by their ids, which slipway user list tells.");
        default -> Optional.empty();
      };
    } catch (Failure _) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofApplication(Server server, List<String> parts) {
    String application = parts.get(1);
    Optional<String> unknown = among("application", application, names(server, "applications"));
    return unknown.isPresent() || parts.size() < 4 || !parts.get(2).equals("environments")
        ? unknown
        : onRoute(server, application, parts.get(3));
  }

  private static Optional<String> onRoute(Server server, String application, String environment) {
    JsonNode known = server.ask(Request.get("applications", application));
    List<String> route = Fields.items(known, "route").stream().map(JsonNode::asText).toList();
    return route.contains(environment)
        ? Optional.empty()
        : Optional.of(
            Visible.of(
                "%s has no environment %s that you may see; its route is %s.%s"
                    .formatted(
                        application,
                        environment,
                        String.join(" → ", route),
                        guess(environment, route))));
  }

  private static Optional<String> among(String kind, String word, List<String> names) {
    return names.contains(word)
        ? Optional.empty()
        : Optional.of(
            Visible.of(
                "There is no %s %s that you may see.%s".formatted(kind, word, guess(word, names))));
  }

  private static String guess(String word, List<String> names) {
    return Nearest.of(word, names).map(" Did you mean %s?"::formatted).orElse("");
  }

  private static List<String> names(Server server, String kind) {
    JsonNode page = server.list(Request.get(kind), Slipway.WHOLE_LIST);
    return Fields.items(page, "items").stream().map(one -> Fields.text(one, "name")).toList();
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
