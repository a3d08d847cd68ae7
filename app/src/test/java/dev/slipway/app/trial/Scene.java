package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A server with one application, which goes to staging alone, and people who are let in to act. */
final class Scene implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Running slipway;
  private final Path folder;
  private final Repo repo;
  private final Person admin;
  private final String author;
  private final List<RemoteAgent> agents = new ArrayList<>();
  private int people;

  /** One thing that would help, as it is printed: the line, who may type it, and what it meets. */
  record Way(String role, String command, String because) {}

  private Scene(Running slipway, Path folder, Repo repo) {
    this.slipway = slipway;
    this.folder = folder;
    this.repo = repo;
    this.admin = slipway.starter();
    this.author = added("Author", "trial@localhost");
  }

  static Scene at(Running slipway, Path folder) {
    Repo repo = Repo.in(folder.resolve("repo"));
    return new Scene(slipway, folder, repo);
  }

  Api api() {
    return slipway.api();
  }

  Path folder() {
    return folder;
  }

  /** Types a verb as the administrator. */
  String admin(String... arguments) {
    return admin.run(arguments).orFail();
  }

  /** Takes the application in, with a job that runs a script and may run for as long as told. */
  Scene taken(String script, String timeout) {
    repo.with("slipway.yaml", document(timeout));
    repo.with("deploy", script);
    repo.push("Begin");
    api().addApplication(repo.url());
    return this;
  }

  private static String document(String timeout) {
    return """
    application: shop
    services:
      job: {command: './deploy {sha}', timeout: %s}
    route: [staging]
    triggers:
      - {on: push, branch: main}
    """
        .formatted(timeout);
  }

  /** Pushes a commit whose document says more than before, or no longer does. */
  String pushSaying(String more, String message) {
    repo.with("slipway.yaml", document("1m") + more);
    return push(message);
  }

  Scene taken() {
    return taken("#!/bin/sh\nexit 0\n", "1m");
  }

  String push(String message) {
    return repo.push(message);
  }

  /** Pushes a commit and waits until it is what staging runs. */
  String delivered(String message) {
    String sha = push(message);
    api().awaitInForce("shop", "staging", sha);
    return sha;
  }

  /** A target elsewhere, which takes staging over from the machine of the server. */
  void remoteTarget(String options) {
    api()
        .apply(
            "{environment: staging%s}".formatted(options), "{target: edge, environment: staging}");
  }

  /** Lets an agent in for the target elsewhere, with the secret of a join token, and runs it. */
  RemoteAgent join(String secret) {
    Java.Ended joined = RemoteAgent.join(slipway.server().address(), secret, edge());
    if (joined.exit() != 0) {
      throw new AssertionError(joined.said());
    }
    return run();
  }

  /** The secret with which one agent may join for the target elsewhere. */
  String joinToken() {
    return api().joinToken("staging", "edge");
  }

  /** Runs the agent that joined. */
  RemoteAgent run() {
    RemoteAgent agent = RemoteAgent.run(edge());
    agents.add(agent);
    return agent;
  }

  private Path edge() {
    return folder.resolve("edge");
  }

  /** Somebody new, whose token is theirs alone and has one role. */
  Person personWith(String role) {
    people++;
    return personWith(role, added("Person", "p%d@example.org".formatted(people)));
  }

  /** Somebody new with an approver's token, in a group. */
  Person member(String group) {
    return member(group, "approver");
  }

  /** Somebody new in a group, with a role. */
  Person member(String group, String role) {
    people++;
    String person = added("Member", "m%d@example.org".formatted(people));
    admin("group", "add", group, person);
    return personWith(role, person);
  }

  /** Another token of somebody. */
  Person personWith(String role, String person) {
    JsonNode created = read(admin("token", "create", "T", "--role", role, "--output", "json"));
    admin("user", "link", person, "--token", created.at("/token/id").asText());
    return new Person(slipway.server().address(), created.path("secret").asText());
  }

  /** Who writes the commits. */
  String author() {
    return author;
  }

  private String added(String name, String address) {
    return read(admin("user", "add", name, "--email", address, "--output", "json"))
        .path("id")
        .asText();
  }

  /** The one who belongs to a group alone. */
  String memberOf(String group) {
    return api()
        .get("/api/v1/groups")
        .path("items")
        .valueStream()
        .filter(known -> known.path("name").asText().equals(group))
        .map(known -> known.at("/members/0/id").asText())
        .findFirst()
        .orElseThrow();
  }

  Person administrator() {
    return admin;
  }

  /** The id of the one token with a role. */
  String tokenOf(String role) {
    return api()
        .get("/api/v1/tokens?limit=100")
        .path("items")
        .valueStream()
        .filter(token -> token.path("role").asText().equals(role))
        .map(token -> token.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  String head() {
    return repo.head();
  }

  boolean isInForce(String sha) {
    return api().placement("shop", "staging").at("/inForce/sha").asText().equals(sha);
  }

  /**
   * The ways that are printed, as soon as there are some; none when the commit got there before.
   */
  List<Way> awaitWaysOr(String sha) {
    return until(
        "a way out", () -> Optional.of(ways()).filter(ways -> !ways.isEmpty() || isInForce(sha)));
  }

  /** Waits until the way was taken, and is not what is printed first any longer. */
  void awaitOther(Way taken) {
    until(
        "another wait than the one that ended with " + taken,
        () ->
            ways().stream().findFirst().filter(taken::equals).isPresent()
                ? Optional.empty()
                : Optional.of(true));
  }

  List<Way> ways() {
    return read(admin("why", "shop/staging", "--output", "json"))
        .path("unmet")
        .valueStream()
        .flatMap(unmet -> unmet.path("ways").valueStream().map(way -> way(unmet, way)))
        .toList();
  }

  private static Way way(JsonNode unmet, JsonNode way) {
    return new Way(
        way.path("role").asText(),
        way.path("command").asText(),
        unmet.at("/because/sentence").asText());
  }

  /** Looks until there is something to be seen. */
  static <T> T until(String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> seen = look.get();
      if (seen.isPresent()) {
        return seen.get();
      }
      Pause.briefly();
    }
    throw new AssertionError("Waited in vain for " + what);
  }

  private static JsonNode read(String json) {
    return new Api.Answer(200, json).json();
  }

  @Override
  public void close() {
    agents.forEach(RemoteAgent::close);
  }
}
