package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A protected environment is named once more by whoever sends something there, and before that they
 * see what it would change; all by the command line, against a server and a repository of its own.
 */
class ConfirmationTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";
  private static final String PROTECTED =
      """
      environment: staging
      protected: true
      ---
      target: local
      environment: staging
      local: true
      """;

  private static final String APPLICATION =
      """
      application: shop
      services:
        job: {command: './deploy {env} {sha}'}
      route: [dev, staging]
      triggers:
        - {on: push, branch: released}
      """;

  @TempDir private Path folder;
  private ServerProcess server;
  private Api api;
  private Repo repo;
  private Person person;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.start(folder.resolve("data"));
    api = server.api();
    repo = Repo.ofCommand(folder, folder.resolve("ran"));
    repo.with("slipway.yaml", APPLICATION);
    repo.push("Let nothing that is pushed to main go by itself");
    api.apply(PROTECTED);
    api.addApplication(repo.url());
    String token = Files.readString(folder.resolve("data/token")).strip();
    person = new Person(server.address(), token);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nothing_goes_there_by_hand_unless_it_is_named_and_that_it_was_is_on_record()
      throws IOException {
    String first = repo.head();
    Person.Ended missing = person.run("deploy", "shop", "--to", "staging");
    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("staging is protected").contains("--confirm staging");
    Person.Ended wrong = person.run("deploy", "shop", "--to", "staging", "--confirm", "dev");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("what was named to confirm it is dev");
    assertThat(api.shipped("shop")).isEmpty();
    person.run("deploy", "shop", "--to", "staging", "--confirm", "staging", "--wait").orFail();
    assertThat(api.awaitInForce("shop", "staging", first).at("/asksToConfirm").asBoolean())
        .isTrue();

    repo.push("Second");
    person.run("deploy", "shop", "--to", "dev", "--wait").orFail();
    person.run("deploy", "shop", "--to", "staging", "--confirm", "staging", "--wait").orFail();
    Person.Ended back = person.run("rollback", "shop/staging");
    assertThat(back.err()).contains("--confirm staging");
    person.run("rollback", "shop/staging", "--confirm", "staging", "--wait").orFail();
    api.awaitInForce("shop", "staging", first);

    assertThat(Files.readAllLines(folder.resolve("ran")))
        .filteredOn(line -> line.startsWith("staging "))
        .hasSize(3);
    assertThat(person.run("show", "shop/staging#3").orFail())
        .contains("who named staging once more");
    assertThat(commands())
        .filteredOn(command -> command.path("confirmed").asText().equals("staging"))
        .hasSize(3);
    assertThat(refusals()).contains("confirmation-missing", "confirmation-wrong");
    assertThat(refusals()).filteredOn("confirmation-missing"::equals).hasSize(2);
  }

  @Test
  void what_goes_by_itself_is_not_asked_for_it() {
    String sha = repo.head();
    repo.git("push", "-q", "origin", "HEAD:refs/heads/released");
    Api.Hook hook = api.openHook("github");
    api.push(hook, repo.url(), "refs/heads/released", "0".repeat(40), sha, "push");
    api.awaitInForce("shop", "staging", sha);
  }

  @Test
  void before_that_they_see_which_commits_come_and_go_and_which_are_undone() {
    String first = repo.head();
    JsonNode whole = changes("main");
    assertThat(whole.has("from")).isFalse();
    assertThat(whole.at("/brings/total").asInt()).isEqualTo(2);
    person.run("deploy", "shop", "--to", "staging", "--confirm", "staging", "--wait").orFail();

    repo.git("checkout", "-q", "-b", "topic");
    String topic = repo.with("topic", "new").commit("Try something");
    repo.git("checkout", "-q", "main");
    String beside = repo.with("beside", "new").commit("Meanwhile <b>this</b>");
    repo.git("merge", "-q", "--no-ff", "-m", "Merge the topic", "topic");
    String merge = repo.head();
    repo.git("revert", "--no-edit", "-m", "1", merge);
    String undoing = repo.head();
    repo.git("push", "-q", "origin", "HEAD:refs/heads/main");

    JsonNode change = changes("main");
    assertThat(change.at("/from/number").asInt()).isEqualTo(1);
    assertThat(change.at("/from/sha").asText()).isEqualTo(first);
    assertThat(change.at("/to/sha").asText()).isEqualTo(undoing);
    assertThat(change.at("/to/ref").asText()).isEqualTo("refs/heads/main");
    assertThat(change.at("/brings/total").asInt()).isEqualTo(4);
    assertThat(change.at("/brings/whole").asBoolean()).isTrue();
    assertThat(shas(change.at("/brings/items")))
        .containsExactlyInAnyOrder(undoing, merge, beside, topic);
    assertThat(undone(change)).containsExactlyInAnyOrder(merge, topic);
    assertThat(change.at("/brings/items/0/author").asText()).isEqualTo("Trial");
    assertThat(change.at("/takesBack/total").asInt()).isZero();

    String shown =
        person.run("deploy", "shop", "--to", "staging", "--ref", "main", "--dry-run").orFail();
    assertThat(shown)
        .contains("shop/staging would go from #1 (" + first.substring(0, 10) + ")")
        .contains("It brings 4 commits:")
        .contains("Try something (undone by " + undoing.substring(0, 10) + ")")
        .contains("Meanwhile <b>this</b>");
    assertThat(person.run("deploy", "shop", "--to", "staging", "--sha", "fffffff", "--dry-run"))
        .matches(ended -> ended.exit() == 1 && !ended.out().isEmpty());
    assertThat(api.shipped("shop")).hasSize(1);

    person.run("deploy", "shop", "--to", "staging", "--confirm", "staging", "--wait").orFail();
    JsonNode back = changes(first);
    assertThat(back.at("/brings/total").asInt()).isZero();
    assertThat(back.at("/takesBack/total").asInt()).isEqualTo(4);
    assertThat(ledger()).doesNotContain("Meanwhile").doesNotContain("Try something");
  }

  private JsonNode changes(String revision) {
    return api.get(STAGING + "/changes?revision=" + revision);
  }

  private static List<String> shas(JsonNode commits) {
    return commits.valueStream().map(commit -> commit.path("sha").asText()).toList();
  }

  private static List<String> undone(JsonNode change) {
    return change
        .at("/brings/items")
        .valueStream()
        .filter(commit -> commit.has("undoneBy"))
        .map(commit -> commit.path("sha").asText())
        .toList();
  }

  /** All commands in the ledger, whole. */
  private List<JsonNode> commands() {
    return entries("CommandReceived").stream().map(entry -> entry.at("/payload/command")).toList();
  }

  private List<String> refusals() {
    return entries("CauseSettled").stream()
        .map(entry -> entry.at("/payload/settlement"))
        .filter(settlement -> settlement.path("is").asText().equals("refused"))
        .map(settlement -> settlement.at("/because/code").asText())
        .toList();
  }

  private List<JsonNode> entries(String type) {
    return api.get("/api/v1/activity?limit=100&type=" + type)
        .path("items")
        .valueStream()
        .map(entry -> api.get("/api/v1/entries/" + entry.path("position").asText()))
        .toList();
  }

  private String ledger() {
    return api.get("/api/v1/activity?limit=100")
        .path("items")
        .valueStream()
        .map(entry -> api.get("/api/v1/entries/" + entry.path("position").asText()).toString())
        .reduce("", String::concat);
  }
}
