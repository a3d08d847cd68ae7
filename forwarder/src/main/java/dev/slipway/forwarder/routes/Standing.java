package dev.slipway.forwarder.routes;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a forwarder has made of one file of routes.
 *
 * @param digest of the file's text, as {@link ForwarderFolder#digest} gives it
 * @param problem why the text is not used; what was used before still is
 * @param taken doors that cannot be opened now, for somebody else has the address
 * @param idle draining ways that have ended all they had
 */
public record Standing(
    String digest,
    Optional<String> problem,
    List<InetSocketAddress> taken,
    List<InetSocketAddress> idle) {

  public Standing {
    taken = List.copyOf(taken);
    idle = List.copyOf(idle);
  }

  /** The text from which {@link #parse} makes the same again. */
  public String text() {
    StringBuilder text = new StringBuilder("routes " + digest + "\n");
    problem.ifPresent(
        why -> text.append("problem ").append(why.replaceAll("\\R", " ")).append('\n'));
    taken.forEach(door -> text.append("taken ").append(Addresses.text(door)).append('\n'));
    idle.forEach(way -> text.append("idle ").append(Addresses.text(way)).append('\n'));
    return text.toString();
  }

  /** Reads a text; a line that is not known says nothing. */
  public static Standing parse(String text) {
    String digest = "";
    Optional<String> problem = Optional.empty();
    List<InetSocketAddress> taken = new ArrayList<>();
    List<InetSocketAddress> idle = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int space = Math.max(line.indexOf(' '), 0);
      String rest = line.substring(Math.min(space + 1, line.length()));
      switch (line.substring(0, space)) {
        case "routes" -> digest = rest;
        case "problem" -> problem = Optional.of(rest);
        case "taken" -> Addresses.parse(rest).ifPresent(taken::add);
        case "idle" -> Addresses.parse(rest).ifPresent(idle::add);
        default -> {}
      }
    }
    return new Standing(digest, problem, taken, idle);
  }
}
