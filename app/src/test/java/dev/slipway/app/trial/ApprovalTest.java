package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people say at the same time, or late, or under other names, has one outcome everywhere.
 */
class ApprovalTest {

  private static final int RACES = 6;
  private static final Duration OFTEN = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private Running slipway;
  private Scene scene;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), OFTEN);
    scene = Scene.at(slipway, folder).taken();
  }

  @AfterEach
  void stop() {
    scene.close();
    slipway.close();
  }

  /** What both came to. */
  private record Both(Person.Ended one, Person.Ended other) {

    static Both atOnce(Supplier<Person.Ended> one, Supplier<Person.Ended> other) {
      CyclicBarrier together = new CyclicBarrier(2);
      CompletableFuture<Person.Ended> first = CompletableFuture.supplyAsync(after(together, one));
      CompletableFuture<Person.Ended> second =
          CompletableFuture.supplyAsync(after(together, other));
      return new Both(first.join(), second.join());
    }

    private static Supplier<Person.Ended> after(
        CyclicBarrier together, Supplier<Person.Ended> then) {
      return () -> {
        try {
          together.await();
        } catch (Exception failure) {
          throw new AssertionError(failure);
        }
        return then.get();
      };
    }
  }

  @Test
  void of_an_approval_and_a_rejection_at_once_one_is_the_outcome_everywhere() {
    ask("{of: 1}");
    Person approver = scene.personWith("approver");
    Person other = scene.personWith("approver");
    for (int race = 1; race <= RACES; race++) {
      String sha = scene.push("Race " + race);
      String delivery = waiting();
      Both both =
          Both.atOnce(() -> approver.run("approve", delivery), () -> other.run("reject", delivery));
      if (both.other().exit() == 0) {
        assertThat(ended(delivery)).isEqualTo("rejected");
        assertThat(count(delivery, "DeliveryRejected")).isOne();
        assertThat(count(delivery, "RolloutStarted")).isZero();
        assertThat(scene.isInForce(sha)).isFalse();
      } else {
        scene.api().awaitInForce("shop", "staging", sha);
        assertThat(both.one().exit()).isZero();
        assertThat(both.other().err()).contains("started");
        assertThat(count(delivery, "DeliveryRejected")).isZero();
        assertThat(count(delivery, "RolloutStarted")).isOne();
      }
    }
  }

  @Test
  void two_approvals_at_once_both_count_and_it_starts_once() {
    ask("{of: 2}");
    Person one = scene.personWith("approver");
    Person other = scene.personWith("approver");
    String sha = scene.push("For two");
    String delivery = waiting();
    Both both =
        Both.atOnce(() -> one.run("approve", delivery), () -> other.run("approve", delivery));
    both.one().orFail();
    both.other().orFail();
    scene.api().awaitInForce("shop", "staging", sha);
    assertThat(count(delivery, "ApprovalGiven")).isEqualTo(2);
    assertThat(count(delivery, "RolloutStarted")).isOne();
  }

  @Test
  void what_differs_by_one_byte_from_what_was_seen_is_not_approved() {
    ask("{of: 1}");
    scene.push("Seen");
    waiting();
    String seen = scene.ways().getFirst().command();
    scene.push("Seen.");
    Scene.until(
        "the newer one to wait",
        () -> Optional.of(waiting()).filter(delivery -> delivery.equals("shop/staging#2")));
    Person approver = scene.personWith("approver");
    String newer = seen.replace("#1", "#2");
    assertThat(approver.type(seen).exit()).isNotZero();
    assertThat(approver.type(newer).err()).contains("not what you looked at");
    assertThat(count("shop/staging#2", "ApprovalGiven")).isZero();
    approver.type(scene.ways().getFirst().command()).orFail();
    scene.api().awaitInForce("shop", "staging", scene.head());
  }

  @Test
  void its_author_under_another_address_and_token_does_not_approve_it() {
    ask("{of: 1}");
    String author = scene.author();
    Person disguised = scene.personWith("approver", author);
    scene.push("My own");
    Person.Ended refused = disguised.run("approve", waiting());
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("own-approval");
    assertThat(count("shop/staging#1", "ApprovalGiven")).isZero();
  }

  @Test
  void an_approver_whose_role_is_taken_away_in_between_counts_no_more() {
    ask("{of: 1}");
    scene.admin("lock", "--env", "staging", "--reason", "Freeze");
    scene.push("Behind a lock");
    String delivery = waiting();
    scene.personWith("approver").run("approve", delivery).orFail();
    scene.admin("token", "revoke", scene.tokenOf("approver"));
    scene.admin("unlock", "--env", "staging");
    Scene.until(
        "the approval to be missing",
        () -> scene.ways().stream().filter(way -> way.command().contains("approve")).findFirst());
    assertThat(count(delivery, "RolloutStarted")).isZero();
    scene.personWith("approver").type(scene.ways().getFirst().command()).orFail();
    scene.api().awaitInForce("shop", "staging", scene.head());
  }

  @Test
  void only_a_members_word_counts_and_leaving_the_group_takes_it_back() {
    ask("[{from: security}, {of: 2}]");
    scene.admin("lock", "--env", "staging", "--reason", "Freeze");
    Person stranger = scene.personWith("approver");
    Person member = scene.member("security");
    String id = scene.memberOf("security");
    scene.push("For two rules");
    String delivery = waiting();
    stranger.run("approve", delivery).orFail();
    member.run("approve", delivery).orFail();
    awaitVerdict(delivery, "approval from security", "pass");
    scene.admin("group", "remove", "security", id);
    awaitVerdict(delivery, "approval from security", "pending");
    scene.admin("unlock", "--env", "staging");
    assertThat(count(delivery, "RolloutStarted")).isZero();
    scene.member("security").run("approve", delivery).orFail();
    scene.api().awaitInForce("shop", "staging", scene.head());
    assertThat(count(delivery, "RolloutStarted")).isOne();
  }

  @Test
  void leaving_the_group_and_approving_at_once_have_one_outcome() {
    ask("{from: security}");
    String before = "";
    for (int race = 1; race <= RACES; race++) {
      Person member = scene.member("security");
      String id = scene.memberOf("security");
      String sha = scene.push("Race " + race);
      String delivery = otherThan(before);
      before = delivery;
      Both both =
          Both.atOnce(
              () -> member.run("approve", delivery),
              () -> scene.administrator().run("group", "remove", "security", id));
      both.other().orFail();
      if (both.one().exit() == 0) {
        scene.api().awaitInForce("shop", "staging", sha);
        assertThat(count(delivery, "RolloutStarted")).isOne();
      } else {
        assertThat(both.one().err()).contains("not-a-member");
        assertThat(count(delivery, "ApprovalGiven")).isZero();
        assertThat(count(delivery, "RolloutStarted")).isZero();
      }
    }
  }

  @Test
  void the_change_that_takes_the_applications_rule_away_has_to_meet_it() {
    Person approver = scene.personWith("approver");
    String asking = "guardrails: {staging: {approval: {of: 1}}}\n";
    scene.pushSaying(asking, "Ask");
    approver.run("approve", waiting()).orFail();
    scene.api().awaitInForce("shop", "staging", scene.head());
    String sha = scene.pushSaying("", "Ask no more");
    String delivery = waiting();
    assertThat(count(delivery, "RolloutStarted")).isZero();
    approver.run("approve", delivery).orFail();
    scene.api().awaitInForce("shop", "staging", sha);
    scene.delivered("Nobody is asked");
  }

  private String otherThan(String before) {
    return Scene.until(
        "another one to wait",
        () -> Optional.of(waiting()).filter(delivery -> !delivery.equals(before)));
  }

  private void awaitVerdict(String delivery, String guardrail, String verdict) {
    Scene.until(
        guardrail + " to be " + verdict,
        () ->
            slipway
                .api()
                .get(path(delivery))
                .path("guardrails")
                .valueStream()
                .filter(said -> said.path("name").asText().equals(guardrail))
                .filter(said -> said.path("verdict").asText().equals(verdict))
                .findFirst());
  }

  private void ask(String approval) {
    scene.api().apply("{environment: staging, guardrails: {approval: %s}}".formatted(approval));
  }

  private String waiting() {
    return Scene.until(
        "a delivery to wait",
        () ->
            scene.ways().stream()
                .map(Scene.Way::command)
                .filter(command -> command.startsWith("slipway approve "))
                .map(command -> command.split(" ", -1)[2])
                .findFirst());
  }

  /** The code of the reason why a delivery ended. */
  private String ended(String delivery) {
    return slipway.api().get(path(delivery)).at("/delivery/because/code").asText();
  }

  /** How many entries of a type are about a delivery. */
  private long count(String delivery, String type) {
    String number = delivery.split("#", -1)[1];
    JsonNode page =
        slipway.api().get("/api/v1/activity?application=shop&environment=staging&limit=100");
    return page.path("items")
        .valueStream()
        .filter(entry -> entry.path("number").asText().equals(number))
        .filter(entry -> entry.path("type").asText().equals(type))
        .count();
  }

  private static String path(String delivery) {
    return "/api/v1/applications/shop/environments/staging/deliveries/"
        + delivery.split("#", -1)[1];
  }
}
