package dev.slipway.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Hook;
import dev.slipway.app.outside.Unexpected;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import dev.slipway.model.Sha;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the main job step by step; the first step that fails ends it. */
final class Demo {

  private static final List<String> ROUTE = List.of("dev", "staging", "production");
  private static final Duration HEAL_MAX = Duration.ofSeconds(60);

  private final ServerProcess server;
  private final SampleRepository repository;
  private final ShopApi api;
  private final Consumer<Step> listener;
  private final List<Step> steps = new ArrayList<>();

  Demo(ServerProcess server, SampleRepository repository, Consumer<Step> listener) {
    this.server = server;
    this.repository = repository;
    this.listener = listener;
    api = new ShopApi(server);
  }

  List<Step> run() {
    try {
      Sha empty = repository.push("nothing yet");
      step("a repository is taken in", () -> takeIn(empty));
      Hook hook = api.createHook();
      Sha apples = repository.push("apples");
      step("a push travels from dev to staging to production", () -> travels(hook, apples));
      Sha broken = repository.push("");
      step(
          "a bad commit fails its health check and stops there", () -> stops(hook, broken, apples));
      step("a killed process is healed", () -> heals(apples));
      Sha pears = repository.push("pears");
      step("a server killed in the middle goes on after its restart", () -> survives(hook, pears));
      safeguards(hook);
      step("the ledger verifies", this::verifies);
    } catch (Unexpected failed) {
      ended(new Step("stopped", false, Evidence.of("because", failed.sentence())));
    }
    return List.copyOf(steps);
  }

  private void safeguards(Hook hook) {
    Safeguards safeguards = new Safeguards(server, repository, api, hook);
    step("production waits for somebody's approval", safeguards::waitsForApproval);
    step("it goes live, and no customer is lost", safeguards::goesLive);
    step("a bad version goes back by itself and stays away", safeguards::goesBack);
    step("a lock holds until it is released", safeguards::holds);
  }

  private void step(String name, Supplier<Evidence> work) {
    ended(new Step(name, true, work.get()));
  }

  private void ended(Step step) {
    steps.add(step);
    listener.accept(step);
  }

  private Evidence takeIn(Sha head) {
    JsonNode carried = api.addShop(repository.url());
    return Evidence.of("application", carried.path("application").asText("shop"))
        .and("head", head)
        .and("says", carried.path("because").path("sentence").asText());
  }

  private Evidence travels(Hook hook, Sha sha) {
    Evidence evidence =
        Evidence.of("pushed", sha).and("webhook", api.hint(hook, repository.url(), sha));
    for (String environment : ROUTE) {
      api.awaitInForce(environment, sha);
      evidence = seen(evidence, environment, Shop.visit(api, environment).requireCommit(sha));
    }
    return evidence;
  }

  private Evidence stops(Hook hook, Sha broken, Sha before) {
    api.hint(hook, repository.url(), broken);
    JsonNode failure = api.awaitFailure(ROUTE.getFirst(), broken);
    Evidence evidence =
        Evidence.of("pushed", broken)
            .and("failed in", ROUTE.getFirst())
            .and("because", failure.path("because").path("sentence").asText());
    for (String environment : ROUTE.subList(1, ROUTE.size())) {
      evidence = seen(evidence, environment, Shop.visit(api, environment).requireCommit(before));
    }
    return evidence;
  }

  private Evidence heals(Sha sha) {
    String environment = ROUTE.getLast();
    Shop shop = Shop.visit(api, environment).requireCommit(sha);
    if (ProcessHandle.of(shop.pid()).filter(ProcessHandle::destroyForcibly).isEmpty()) {
      throw new Unexpected("Process " + shop.pid() + " could not be killed");
    }
    Shop healed =
        Patience.until(
            "production's shop to be back",
            HEAL_MAX,
            () -> Shop.find(api, environment).filter(found -> found.pid() != shop.pid()));
    return seen(Evidence.of("killed pid", shop.pid()), environment, healed.requireCommit(sha));
  }

  private Evidence survives(Hook hook, Sha sha) {
    long before = server.pid();
    api.hint(hook, repository.url(), sha);
    server.kill();
    server.start();
    Evidence evidence =
        Evidence.of("pushed", sha).and("killed pid", before).and("restarted as pid", server.pid());
    for (String environment : ROUTE) {
      api.awaitInForce(environment, sha);
      evidence = seen(evidence, environment, Shop.visit(api, environment).requireCommit(sha));
    }
    return evidence;
  }

  private Evidence verifies() {
    server.close();
    LedgerCheck.Result result = LedgerCheck.of(new DataFolder(server.data()));
    if (!result.ok()) {
      throw new Unexpected(result.sentence());
    }
    return Evidence.of("says", result.sentence());
  }

  private static Evidence seen(Evidence evidence, String environment, Shop shop) {
    return evidence
        .and(environment + " answers", shop.url() + " 200")
        .and(environment + " commit", shop.commit())
        .and(environment + " pid", shop.pid());
  }
}
