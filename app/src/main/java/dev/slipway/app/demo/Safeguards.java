package dev.slipway.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Hook;
import dev.slipway.app.outside.Person;
import dev.slipway.app.outside.Unexpected;
import dev.slipway.app.outside.WorkingCopy;
import dev.slipway.model.Sha;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What keeps a shop safe: approval, traffic without a gap, the way back, and locks. */
final class Safeguards {

  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final int CUSTOMERS_MIN = 20;

  private final ServerProcess server;
  private final SampleRepository repository;
  private final ShopApi api;
  private final Hook hook;
  private final Person owner;

  Safeguards(ServerProcess server, SampleRepository repository, ShopApi api, Hook hook) {
    this.server = server;
    this.repository = repository;
    this.api = api;
    this.hook = hook;
    this.owner = new Person(server.address(), server.token());
  }

  /** A commit reaches production's door, and waits there for somebody who did not write it. */
  Evidence waitsForApproval() {
    Sha before = inForce("production");
    api.apply("{environment: production, guardrails: {approval: {of: 1}}}");
    owner.run("user", "add", "Ada, who commits", "--email", WorkingCopy.EMAIL).orFail();
    Sha sha = repository.push("plums");
    api.hint(hook, repository.url(), sha);
    api.awaitInForce("staging", sha);
    JsonNode wait = awaitWay("production", "approval");
    Shop shop = Shop.visit(api, "production").requireCommit(before);
    return Evidence.of("pushed", sha)
        .and("staging commit", sha)
        .and("production commit", shop.commit())
        .and("because", wait.at("/because/sentence").asText())
        .and("way out", command(wait));
  }

  /** Somebody else types the line that {@code why} prints, while customers keep asking. */
  Evidence goesLive() {
    Sha sha = inForce("staging");
    JsonNode wait = awaitWay("production", "approval");
    Person grace = person("Grace", "grace@localhost", wait.at("/ways/0/role").asText());
    try (Customers customers = Customers.of(Shop.visit(api, "production").url())) {
      awaitServed(customers, CUSTOMERS_MIN);
      String said = grace.type(command(wait)).orFail();
      api.awaitInForce("production", sha);
      awaitServed(customers, customers.served() + CUSTOMERS_MIN);
      if (customers.lost() > 0) {
        throw new Unexpected(customers.lost() + " customers got no page");
      }
      return Evidence.of("Grace typed", command(wait))
          .and("says", said)
          .and("production commit", Shop.visit(api, "production").requireCommit(sha).commit())
          .and("customers served meanwhile", customers.served())
          .and("customers lost", customers.lost());
    }
  }

  /** Where its owner wants that, what fails goes back by itself, and comes back by no news. */
  Evidence goesBack() {
    Sha before = inForce("dev");
    int failed = api.placement("dev").orElseThrow().at("/inForce/number").asInt() + 1;
    api.apply("{environment: dev, on_failure: rollback}");
    Sha broken = repository.push("");
    api.hint(hook, repository.url(), broken);
    int restored = failed + 1;
    api.awaitNumber("dev", restored);
    Shop.visit(api, "dev").requireCommit(before);
    api.hint(hook, repository.url(), broken);
    server.kill();
    server.start();
    api.awaitNumber("dev", restored);
    Shop shop = Shop.visit(api, "dev").requireCommit(before);
    return Evidence.of("pushed", broken)
        .and("failed", "shop/dev#" + failed)
        .and("restored", "shop/dev#" + restored)
        .and("dev commit after more news and a restart", shop.commit());
  }

  /** A lock holds what would start; the rest goes on, and all of it when the lock is released. */
  Evidence holds() {
    Sha before = inForce("staging");
    owner.run("lock", "--env", "staging", "--reason", "Stocktaking").orFail();
    Sha sha = repository.push("figs");
    api.hint(hook, repository.url(), sha);
    api.awaitInForce("dev", sha);
    JsonNode wait = awaitWay("staging", "lock");
    Shop.visit(api, "staging").requireCommit(before);
    String said = owner.type(command(wait)).orFail();
    api.awaitInForce("staging", sha);
    return Evidence.of("pushed", sha)
        .and("because", wait.at("/because/sentence").asText())
        .and("typed", command(wait))
        .and("says", said)
        .and("staging commit", Shop.visit(api, "staging").requireCommit(sha).commit());
  }

  private Person person(String name, String address, String role) {
    JsonNode token = json("token", "create", name, "--role", role);
    JsonNode person = json("user", "add", name, "--email", address);
    owner
        .run("user", "link", person.path("id").asText(), "--token", token.at("/token/id").asText())
        .orFail();
    return new Person(server.address(), token.path("secret").asText());
  }

  /** What an environment waits for, once it waits for that alone. */
  private JsonNode awaitWay(String environment, String what) {
    return Patience.until(
        "shop/" + environment + " to wait for its " + what,
        WAIT_MAX,
        () ->
            Optional.of(json("why", "shop/" + environment).path("unmet"))
                .filter(unmet -> unmet.size() == 1)
                .map(unmet -> unmet.path(0))
                .filter(one -> one.path("what").asText().equals(what)));
  }

  private static void awaitServed(Customers customers, int count) {
    Patience.until(
        "customers to be served",
        WAIT_MAX,
        () -> customers.served() >= count ? Optional.of(count) : Optional.empty());
  }

  private Sha inForce(String environment) {
    return new Sha(api.placement(environment).orElseThrow().at("/inForce/sha").asText());
  }

  private JsonNode json(String... arguments) {
    String[] words = Arrays.copyOf(arguments, arguments.length + 2);
    words[arguments.length] = "--output";
    words[arguments.length + 1] = "json";
    return ShopApi.read(owner.run(words).orFail());
  }

  private static String command(JsonNode wait) {
    return wait.at("/ways/0/command").asText();
  }
}
