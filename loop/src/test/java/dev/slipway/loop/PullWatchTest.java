package dev.slipway.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Notifications.State;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.Bytes;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.SourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.event.Event;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.outlet.Foretold;
import dev.slipway.source.PullRequests;
import dev.slipway.source.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which pull requests are commented on, when, and what becomes of those that cannot be. */
class PullWatchTest {

  private static final Duration POLL = Duration.ofSeconds(60);
  private static final Sha ONE = new Sha("1".repeat(40));
  private static final Sha TWO = new Sha("2".repeat(40));

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;
  private final Board board = new Board();
  private final Host host =
      new Host(
          premises.blobs,
          "application: shop\nservices:\n  web: {run: ./bin/web}\nroute: [dev, live]\n");
  private Loop loop;

  /** Keeps pull requests and what is said at each, and can refuse to. */
  private static final class Board implements PullRequests {

    private final List<PullRequest> open = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Optional<Reading<Said>> refusal = Optional.empty();
    private boolean isWhole = true;
    private int looks;

    @Override
    public boolean knows(RepositoryUrl repository) {
      return true;
    }

    @Override
    public Reading<Open> open(RepositoryUrl repository) {
      looks++;
      return new Reading.Read<>(new Open(open, isWhole));
    }

    @Override
    public Reading<Said> say(RepositoryUrl repository, int number, String name, String text) {
      return refusal.orElseGet(() -> {
        String line = number + " " + name + ": " + text;
        boolean same = said.contains(line);
        said.add(line);
        return new Reading.Read<>(same ? Said.SAME : Said.EDITED);
      });
    }
  }

  private static String brief(Foretold foretold) {
    return foretold.commit().value().substring(0, 1)
        + foretold.places().stream()
            .map(place ->
                " "
                    + place.stop().at()
                    + (place.stop().finding() instanceof Finding.Refused refused
                        ? " refused " + refused.because().getFirst().code()
                        : " " + place.services().size()))
            .collect(Collectors.joining(","));
  }

  @BeforeEach
  void begin() {
    premises.pulls = board;
    premises.note = PullWatchTest::brief;
    loop =
        premises.started(host, new MemoryTimers(), new MemorySnapshots(), POLL, SnapshotRule.NEVER);
    wish(Premises.ADD);
  }

  private void wish(Command command) {
    var carried = Premises.wish(loop, "wish " + hands.instant(), command);
    hands.pass(Duration.ofSeconds(1));
    assertThat(carried).isCompleted();
  }

  private void want(String name, String context, String environments) {
    NotificationDefinition definition =
        new NotificationDefinition(
            new NotificationName(name),
            new Reach(List.of("shop"), List.of(environments), List.of(), new TreeMap<>()),
            List.of(Occasion.values()),
            new Receiver.GitHubPullRequests(context));
    wish(
        new Command.Apply(
            List.of(
                new Document.OfNotification(definition, Digests.sha256(name.getBytes(UTF_8))))));
  }

  private void open(int number, Sha head, boolean isForeign) {
    board.open.removeIf(it -> it.number() == number);
    board.open.addFirst(new PullRequests.PullRequest(number, head, isForeign));
  }

  private Standing standing() {
    var all = loop.notifications().of(Organisation.MAIN).toCompletableFuture();
    hands.pass(Duration.ZERO);
    return all.join().getFirst();
  }

  private void look() {
    hands.pass(POLL.multipliedBy(2));
  }

  @Test
  void nothing_is_looked_at_and_nothing_said_where_nobody_wants_it() {
    open(1, ONE, false);
    look();
    assertThat(board.looks).isZero();
    assertThat(board.said).isEmpty();
  }

  @Test
  void each_says_what_it_would_change_at_each_place_that_is_wanted_and_once() {
    want("pulls", "slipway", "*");
    open(1, ONE, false);
    look();
    assertThat(board.said).containsExactly("1 main/slipway: 1 shop/dev 1, shop/live 1");
    look();
    assertThat(board.said).hasSize(1);
    open(1, TWO, false);
    look();
    assertThat(board.said).hasSize(2).last().isEqualTo("1 main/slipway: 2 shop/dev 1, shop/live 1");
  }

  @Test
  void what_changes_here_is_said_after_a_while_and_what_does_not_is_not() {
    want("a", "slipway", "*");
    open(1, ONE, false);
    look();
    hands.pass(Duration.ofHours(1));
    assertThat(board.said).hasSize(1);
    want("b", "other", "dev");
    open(1, TWO, false);
    look();
    assertThat(board.said).hasSize(3);
    want("c", "third", "nowhere");
    look();
    assertThat(board.said).hasSize(3);
    hands.pass(Duration.ofMinutes(11));
    assertThat(board.said).hasSize(5);
  }

  @Test
  void notifications_of_one_context_share_a_comment_and_others_have_their_own() {
    want("a", "slipway", "dev");
    want("b", "slipway", "live");
    want("c", "live", "live");
    open(1, ONE, false);
    look();
    assertThat(board.said)
        .containsExactly("1 main/live: 1 shop/live 1", "1 main/slipway: 1 shop/dev 1, shop/live 1");
  }

  @Test
  void forks_trigger_nothing_and_that_is_said_once() {
    want("pulls", "slipway", "*");
    open(1, ONE, true);
    look();
    look();
    assertThat(board.said).isEmpty();
    assertThat(hands.journal.stream().filter(line -> line.contains("comes from a fork")))
        .hasSize(1);
  }

  @Test
  void more_than_are_looked_at_is_said_once() {
    want("pulls", "slipway", "*");
    board.isWhole = false;
    look();
    look();
    assertThat(hands.journal.stream().filter(line -> line.contains("more open"))).hasSize(1);
  }

  @Test
  void many_are_taken_in_several_goes() {
    want("pulls", "slipway", "*");
    for (int number = 1; number <= 50; number++) {
      open(number, ONE, false);
    }
    hands.pass(Duration.ofSeconds(75));
    assertThat(board.said).hasSize(20);
    hands.pass(POLL.multipliedBy(4));
    assertThat(board.said).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void a_hint_at_its_repository_has_it_looked_at_at_once() {
    want("pulls", "slipway", "*");
    look();
    open(1, ONE, false);
    loop.events()
        .receive(
            Organisation.MAIN,
            new SourceName("github"),
            "key",
            Bytes.ofUtf8("{}"),
            new Event.RefsHinted(new RepositoryUrl("git@git.example:shop"), List.of(Host.MAIN)));
    hands.pass(Duration.ofSeconds(1));
    assertThat(board.said).hasSize(1);
  }

  @Test
  void what_may_not_be_said_is_told_with_its_notification_and_tried_again() {
    want("pulls", "slipway", "*");
    open(1, ONE, false);
    board.refusal =
        Optional.of(new Reading.Unavailable<>(new Reason("may-not", "Give it the right.")));
    look();
    assertThat(standing().state()).isEqualTo(State.FAILING);
    assertThat(standing().failure()).contains("Give it the right.");
    hands.pass(Duration.ofHours(2));
    assertThat(standing().state()).isEqualTo(State.DEAD);
    assertThat(hands.journal.stream().filter(line -> line.contains("Give it"))).hasSize(1);
    board.refusal = Optional.empty();
    hands.pass(Duration.ofMinutes(5));
    assertThat(board.said).hasSize(1);
    assertThat(standing().state()).isEqualTo(State.IDLE);
    assertThat(standing().lastSent()).isPresent();
    assertThat(hands.journal).last().asString().contains("can be commented on again");
  }

  @Test
  void one_that_takes_no_comment_delays_no_other() {
    want("pulls", "slipway", "*");
    open(1, ONE, false);
    board.refusal = Optional.of(new Reading.Unusable<>(new Reason("locked", "It is locked.")));
    look();
    assertThat(standing().failure()).contains("It is locked.");
    open(2, ONE, false);
    board.refusal = Optional.empty();
    hands.pass(Duration.ofMinutes(15));
    assertThat(board.said).hasSize(2);
  }

  @Test
  void nothing_is_said_while_it_cannot_be_known() {
    want("pulls", "slipway", "*");
    host.away = true;
    open(1, ONE, false);
    look();
    assertThat(board.said).isEmpty();
    host.away = false;
    hands.pass(Duration.ofMinutes(5));
    assertThat(board.said).hasSize(1);
  }
}
