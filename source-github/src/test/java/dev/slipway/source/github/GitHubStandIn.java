package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.source.contract.GitOverHttp;
import dev.slipway.source.github.Contract.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stands in for GitHub's REST API, which cannot be had: it keeps statuses and check runs of
 * commits, counts requests against its limits, tags its answers, and holds every request and every
 * answer against what GitHub publishes. What does not fit is a fault, which a test has to look for.
 * Thread-safe.
 */
public final class GitHubStandIn implements AutoCloseable {

  public static final String TOKEN = "github_pat_sesame";

  private static final String BASE = "/api/v3";
  private static final int DESCRIPTION_MAX = 140;
  private static final String SHA = "[0-9a-f]{40}";

  private final HttpServer server;
  private final Optional<GitOverHttp> git;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Kept kept = new Kept();
  private final KeptDeployments deployments = new KeptDeployments();
  private final KeptPulls pulls = new KeptPulls();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Limits limits = new Limits();
  private Optional<String> elsewhere = Optional.empty();
  private Optional<Apps> apps = Optional.empty();

  private GitHubStandIn(HttpServer server, Optional<GitOverHttp> git) {
    this.server = server;
    this.git = git;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static GitHubStandIn start() throws IOException {
    return new GitHubStandIn(listening(), Optional.empty());
  }

  /** One that serves the bare repositories below a folder too, such as {@code team/shop.git}. */
  public static GitHubStandIn serving(Path folder) throws IOException {
    return new GitHubStandIn(listening(), Optional.of(new GitOverHttp(folder)));
  }

  private static HttpServer listening() throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** Where it is, as an administrator writes it. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whoever runs checks sets a commit status. */
  public synchronized void status(String sha, String context, String state) {
    kept.status(sha, context, state);
  }

  /** A check run comes as far as this; another one of its name stays beside it. */
  public synchronized void run(
      String sha, String name, String status, Optional<String> conclusion) {
    kept.run(sha, name, status, conclusion);
  }

  /** There is an App, by its number or client id, with this public key. */
  public synchronized void app(String issuer, PublicKey key, InstantSource clock) {
    apps = Optional.of(new Apps(issuer, key, clock));
  }

  /** The App is installed for a repository, such as {@code team/shop}, with these permissions. */
  public synchronized void install(String repository, Map<String, String> permissions) {
    apps.orElseThrow().install(repository, permissions);
  }

  /** What becomes of the App. */
  synchronized void change(Consumer<Apps> change) {
    change.accept(apps.orElseThrow());
  }

  /** So many requests are left in this hour. */
  public synchronized void left(int requests, long resetEpochSecond) {
    limits.left(requests, resetEpochSecond);
  }

  /** The next request is answered with the limit for haste. */
  public synchronized void hasten(int status, Map<String, String> headers) {
    limits.hasten(status, headers);
  }

  /** Every request is told to go elsewhere from now on. */
  public synchronized void move(String location) {
    elsewhere = Optional.of(location);
  }

  /** The requests, and how each was answered, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** What did not fit what GitHub publishes. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** The statuses of a commit that were set, in order of their contexts' last words. */
  public synchronized List<String> statuses(String sha) {
    return kept.statuses(sha);
  }

  /** What was said of a commit's deployments: of each the environment, and its states in order. */
  public synchronized List<String> deployments(String sha) {
    return deployments.told(sha);
  }

  /** What else there is to know of commits that are to be deployed. */
  public synchronized void ofDeployments(Consumer<KeptDeployments> change) {
    change.accept(deployments);
  }

  /** What there is to know of pull requests, and to change. */
  public synchronized <T> T pulls(Function<KeptPulls, T> asked) {
    return asked.apply(pulls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (git.isPresent() && path.contains(".git/")) {
        git.orElseThrow().answer(exchange);
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (!path.startsWith(BASE)) {
        fault(exchange, "no such place");
        send(exchange, Answered.message(404, "Not Found"), Map.of());
        return;
      }
      answer(exchange, path.substring(BASE.length()), body);
    } catch (RuntimeException e) {
      fault(exchange, e.toString());
      throw e;
    }
  }

  private synchronized void answer(HttpExchange exchange, String path, String body)
      throws IOException {
    if (elsewhere.isPresent()) {
      send(
          exchange,
          Answered.message(301, "Moved Permanently"),
          Map.of("Location", elsewhere.orElseThrow()));
      return;
    }
    Optional<Limits.Limit> haste = limits.haste();
    if (haste.isPresent()) {
      Limits.Limit limit = haste.orElseThrow();
      send(exchange, Answered.message(limit.status(), limit.message()), limit.headers());
      return;
    }
    Optional<Operation> operation = Contract.operation(exchange.getRequestMethod(), path);
    if (operation.isEmpty()) {
      fault(exchange, "no such operation");
      send(exchange, Answered.message(404, "Not Found"), Map.of());
      return;
    }
    Optional<Answered> refusal = Apps.refusal(apps, bearer(exchange), operation.orElseThrow());
    if (refusal.isPresent()) {
      send(exchange, refusal.orElseThrow(), Map.of());
      return;
    }
    if (limits.isSpent()) {
      send(exchange, Answered.message(403, "API rate limit exceeded"), Map.of());
      return;
    }
    Manners.wrong(exchange, operation.orElseThrow()).forEach(wrong -> fault(exchange, wrong));
    Answered answered = answered(exchange, operation.orElseThrow(), body);
    operation
        .orElseThrow()
        .answer(answered.status(), answered.body())
        .forEach(wrong -> fault(exchange, wrong));
    sendTagged(exchange, answered);
  }

  private static String bearer(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .orElse("")
        .replaceFirst("^Bearer ", "");
  }

  private Answered answered(HttpExchange exchange, Operation operation, String body)
      throws IOException {
    if (Apps.isOfApp(operation) || KeptPulls.isOf(operation)) {
      JsonNode wish = Contract.JSON.readTree(body.isEmpty() ? "{}" : body);
      operation.request(wish).forEach(wrong -> fault(exchange, wrong));
      return Apps.isOfApp(operation)
          ? apps.orElseThrow().answered(operation, wish)
          : pulls.answered(
              operation,
              Paths.query(exchange.getRequestURI()),
              wish,
              Apps.author(bearer(exchange)));
    }
    if (exchange.getRequestMethod().equals("POST")) {
      return posted(exchange, operation, body);
    }
    Map<String, String> query = Paths.query(exchange.getRequestURI());
    return operation.template().endsWith("/deployments")
        ? deployments.listed(query)
        : new Answered(200, kept.page(operation, query));
  }

  private Answered posted(HttpExchange exchange, Operation operation, String body)
      throws IOException {
    JsonNode wish = Contract.JSON.readTree(body);
    operation.request(wish).forEach(wrong -> fault(exchange, wrong));
    boolean ofDeployments = operation.template().contains("/deployments");
    String id = operation.names().getOrDefault("deployment_id", "");
    String sha = operation.names().getOrDefault("sha", wish.path("ref").asText());
    if (id.isEmpty() && (!sha.matches(SHA) || sha.matches("0*"))) {
      fault(exchange, "no commit: " + sha);
    }
    if (wish.path("description").asText().length() > DESCRIPTION_MAX) {
      fault(exchange, "the description is too long");
    }
    if (!ofDeployments) {
      return new Answered(201, kept.set(sha, (ObjectNode) wish));
    }
    return id.isEmpty()
        ? deployments.made(wish, kept.checks(sha))
        : deployments.said(id, (ObjectNode) wish);
  }

  private void sendTagged(HttpExchange exchange, Answered answered) throws IOException {
    String tag = "W/\"" + Paths.digest(answered.body().toString()) + "\"";
    if (answered.status() == 200
        && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      send(exchange, Answered.message(304, ""), Map.of("ETag", tag));
      return;
    }
    limits.spend();
    send(exchange, answered, answered.status() == 200 ? Map.of("ETag", tag) : Map.of());
  }

  private void send(HttpExchange exchange, Answered answered, Map<String, String> headers)
      throws IOException {
    asked.add(
        exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + answered.status());
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    limits.headers().forEach(exchange.getResponseHeaders()::set);
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] body = answered.body().toString().getBytes(UTF_8);
    boolean bare = answered.status() == 304;
    exchange.sendResponseHeaders(answered.status(), bare ? -1 : body.length);
    if (!bare) {
      exchange.getResponseBody().write(body);
    }
  }

  private void fault(HttpExchange exchange, String what) {
    faults.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + what);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
