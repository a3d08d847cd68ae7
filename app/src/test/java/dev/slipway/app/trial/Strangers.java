package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server into which strangers have brought their strings by every way that there is. */
record Strangers(Running running) implements AutoCloseable {

  private static final String PRODUCTION =
      """
      environment: production
      guardrails: {approval: {of: 1}}
      ---
      target: prod-1
      environment: production
      local: true
      """;

  private static final String DOCUMENT =
      """
      application: shop
      services:
        job: {command: './deploy {env} {sha}'}
      route: [staging, production]
      triggers:
        - {on: push, branch: "**"}
      """;

  /** It writes what strangers wrote, and something in colour. */
  private static final String DEPLOY = "#!/bin/sh\nprintf '\\033[32mgreen\\033[0m\\n'\ncat said\n";

  static Strangers with(Path folder, Strings strings) {
    Path data = folder.resolve("data");
    Repo repo = Repo.in(folder);
    repo.with("slipway.yaml", DOCUMENT).with("deploy", DEPLOY);
    repo.with("said", String.join("\n", strings.messages()) + "\n").push("Begin");
    Running running = Running.start(data, Duration.ofSeconds(1));
    Strangers all = new Strangers(running);
    all.push(repo, strings);
    all.people(strings);
    return all;
  }

  private Api api() {
    return running.api();
  }

  private void push(Repo repo, Strings strings) {
    api().apply(PRODUCTION);
    api().addApplication(repo.url());
    Api.Hook hook = api().openHook("github");
    String sha = repo.commit("Before them");
    List<String> push =
        Stream.concat(
                Stream.of("push", "-q", "origin"),
                strings.branches().stream().map(name -> "HEAD:refs/heads/" + name))
            .toList();
    repo.git(push.toArray(String[]::new));
    for (String name : strings.told()) {
      api().push(hook, repo.url(), "refs/heads/" + name, sha, sha, "told " + name.hashCode());
    }
    // Not every branch that Git takes is one that ships; some do, in both installations.
    api().awaitList("/api/v1/shipments?limit=100", made -> !made.isEmpty());
    awaitStill();
    for (String message : strings.messages()) {
      repo.commit(message);
    }
    String last = repo.push("The last one");
    api().push(hook, repo.url(), "refs/heads/main", sha, last, "last");
    api().await("shop", "production", at -> at.path("active").path("sha").asText().equals(last));
    awaitStill();
  }

  /** Until nothing moves, so that two installations with other strings look alike. */
  private void awaitStill() {
    api().awaitQuiet();
    api().await("shop", "staging", at -> !at.has("active") && at.path("queued").asInt() == 0);
  }

  /** Whoever holds a token that is called so locks and pauses with such reasons. */
  private void people(Strings strings) {
    String name = strings.messages().getFirst();
    ObjectNode token = Api.JSON.createObjectNode().put("name", name).put("role", "owner");
    String secret = api().post("/api/v1/tokens", token).json().path("secret").asText();
    Api stranger = new Api(running.server().address(), secret);
    // A scope has room for a few locks only.
    List<String> reasons = strings.reasons().toList();
    for (int i = 0; i < reasons.size(); i++) {
      ObjectNode lock = Api.JSON.createObjectNode().put("reason", reasons.get(i));
      ObjectNode scope = lock.put("strength", "warns").putObject("scope");
      var _ = i % 2 == 0 ? scope.put("application", "shop") : scope.put("environment", "staging");
      taken(stranger.post("/api/v1/locks", lock));
    }
    String all = String.join(" ", reasons);
    String because = all.substring(0, Math.min(250, all.length()));
    String pause = "/api/v1/applications/shop/environments/staging/pause";
    taken(stranger.post(pause, Api.JSON.createObjectNode().put("because", because)));
  }

  private static void taken(Api.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.toString());
    }
  }

  /** How to log in, and every page of the client by its name there. */
  ObjectNode pages() {
    ObjectNode installation = Api.JSON.createObjectNode();
    installation.put("login", running.server().loginLink().orElseThrow());
    ObjectNode pages = installation.putObject("pages");
    long staging = number("staging", "inForce");
    long production = number("production", "active");
    at(pages, "overview", "/");
    at(pages, "activity", "/activity");
    at(pages, "applications", "/apps");
    at(pages, "application", "/apps/shop");
    at(pages, "placement", "/apps/shop/staging", "/apps/shop/production");
    at(pages, "delivery", "/apps/shop/staging/" + staging, "/apps/shop/production/" + production);
    at(
        pages,
        "difference",
        "/apps/shop/staging/" + staging + "/diff",
        "/apps/shop/production/" + production + "/diff");
    at(pages, "logs", written(staging));
    each(pages, "shipment", "/shipments/", "/api/v1/shipments?limit=20", "id");
    each(pages, "event", "/events/", "/api/v1/events?limit=40", "position");
    at(pages, "environments", "/envs");
    at(pages, "environment", "/envs/staging", "/envs/production");
    at(pages, "queue", "/queue");
    at(pages, "locks", "/locks");
    each(pages, "entry", "/ledger/", "/api/v1/activity?limit=20", "position");
    at(pages, "resources", "/resources");
    at(pages, "policies", "/policies");
    at(pages, "campaigns", "/campaigns");
    at(pages, "campaign", "/campaigns/c-0123456789abcdef");
    at(pages, "notifications", "/notifications");
    at(pages, "whatIf", "/whatif");
    at(pages, "preview", "/preview/shop");
    at(pages, "login", "/login");
    at(pages, "catalogue", "/design");
    return installation;
  }

  /** The branches of which something was shipped. */
  Set<String> shipped() {
    return api()
        .get("/api/v1/shipments?limit=100")
        .path("items")
        .valueStream()
        .map(shipment -> shipment.path("ref").asText().replaceFirst("^refs/heads/", ""))
        .collect(Collectors.toSet());
  }

  /** The page with the log of a delivery, once all of it has arrived. */
  private String written(long number) {
    api()
        .awaitList(
            "/api/v1/applications/shop/environments/staging/deliveries/" + number + "/logs",
            logs -> logs.size() == 1 && logs.getFirst().path("finished").asBoolean());
    return "/apps/shop/staging/" + number + "/logs";
  }

  private long number(String environment, String which) {
    return api().placement("shop", environment).path(which).path("number").asLong();
  }

  private static void at(ObjectNode pages, String name, String... addresses) {
    ArrayNode all = pages.putArray(name);
    Stream.of(addresses).forEach(all::add);
  }

  private void each(ObjectNode pages, String name, String before, String list, String field) {
    ArrayNode all = pages.putArray(name);
    for (JsonNode item : api().get(list).path("items")) {
      all.add(before + item.path(field).asText());
    }
  }

  @Override
  public void close() {
    running.close();
  }
}
