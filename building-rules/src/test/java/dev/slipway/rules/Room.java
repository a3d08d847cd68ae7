package dev.slipway.rules;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A module, and the rooms that a line in it may mention. {@link #TABLE} is the one place where the
 * doors are written down for machines; ARCHITECTURE.md holds the sentences.
 */
record Room(String name, Set<String> mayImport) {

  static final List<Room> TABLE =
      List.of(
          room("model"),
          room("codec", "model"),
          room("expr", "model"),
          room("config", "model", "codec", "expr"),
          room("aggregation", "model", "expr"),
          room("engine", "model", "codec", "aggregation"),
          room("ledger", "model", "codec"),
          room("views", "model", "ledger", "engine"),
          room("ledger-sql", "model", "codec", "ledger", "views"),
          room("source", "model"),
          room("source-git", "model", "source"),
          room("source-github", "model", "source", "outbound"),
          room("source-cloudevents", "model", "source"),
          room("source-gitlab", "model", "source"),
          room("source-gitea", "model", "source"),
          room("outbound"),
          room("registry", "model", "outbound"),
          room("source-registry", "model", "source", "outbound", "registry"),
          room("identity", "model", "source", "outbound"),
          room("outlet", "model"),
          room("outlet-slack", "model", "outlet"),
          room("outlet-github", "model", "outlet"),
          room("outlet-webhook", "model", "outlet"),
          room("outlet-cdevents", "model", "outlet"),
          room("outlet-datadog", "model", "outlet"),
          room("outlet-email", "model", "outlet"),
          room("outlet-sentry", "model", "outlet"),
          room("outlet-grafana", "model", "outlet"),
          room("forwarder"),
          room("runtime", "model"),
          room("runtime-process", "model", "runtime", "forwarder"),
          room("runtime-command", "model", "runtime"),
          room("runtime-external", "model", "runtime"),
          room("agent-core", "model"),
          room("wire"),
          room("agent", "model", "codec", "agent-core", "runtime", "wire"),
          room(
              "loop",
              "model",
              "codec",
              "config",
              "aggregation",
              "engine",
              "ledger",
              "views",
              "source",
              "outlet"),
          room("http", "model", "wire", "views", "loop"),
          room("cli", "model", "codec", "wire", "config"),
          room("ui"),
          everything("app"),
          everything("simulator"),
          everything("bench"),
          everything("building-rules"));

  private static final Map<String, Room> BY_NAME =
      TABLE.stream().collect(toMap(Room::name, Function.identity()));

  static Room named(String name) {
    Room room = BY_NAME.get(name);
    if (room == null) {
      throw new IllegalArgumentException(
          "The room '" + name + "' is not in Room.TABLE; add it there with what it may import.");
    }
    return room;
  }

  boolean mayMention(String other) {
    return name.equals(other) || mayImport.contains("*") || mayImport.contains(other);
  }

  String advice() {
    return mayImport.isEmpty()
        ? "it may mention no other room"
        : "it may mention " + mayImport.stream().sorted().toList();
  }

  private static Room room(String name, String... mayImport) {
    return new Room(name, Set.of(mayImport));
  }

  private static Room everything(String name) {
    return new Room(name, Set.of("*"));
  }
}
