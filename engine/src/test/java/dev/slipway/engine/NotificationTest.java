package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.notification.Happenings;
import dev.slipway.engine.notification.Told;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.FileName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.StreamKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is told of what: declared, changed, ended, and picked out of what happens. */
class NotificationTest {

  private static final Reason WHY = new Reason("because", "Because.");

  private final Given given = new Given();

  private static NotificationDefinition notification(String name, Occasion... occasions) {
    return new NotificationDefinition(
        new NotificationName(name),
        new Reach(List.of("shop"), List.of("prod*"), List.of(), new TreeMap<>()),
        List.of(occasions),
        new Receiver.Slack(new FileName("slack-url")));
  }

  private static Document of(NotificationDefinition definition) {
    return new Document.OfNotification(definition, new Digest("sha256:" + "0".repeat(64)));
  }

  private void declare(NotificationDefinition... definitions) {
    given.when(new Command.Apply(List.of(definitions).stream().map(NotificationTest::of).toList()));
  }

  @Test
  void it_is_declared_changed_and_not_written_again_where_it_is_so() {
    NotificationDefinition team = notification("team", Occasion.FAILED);
    given.when(new Command.Apply(List.of(of(team)))).then(NotificationDeclared.class);
    given.when(new Command.Apply(List.of(of(team)))).nothingBecause("unchanged");
    given
        .when(new Command.Apply(List.of(of(notification("team", Occasion.STUCK)))))
        .then(NotificationDeclared.class);
  }

  @Test
  void it_ends_when_somebody_says_so_and_an_unknown_one_cannot() {
    declare(notification("team", Occasion.FAILED));
    Command end = new Command.RemoveNotification(new NotificationName("team"));
    given.when(end).then(NotificationRemoved.class);
    assertThat(given.world().declared().notifications()).isEmpty();
    given.when(end).refusedBecause("unknown-notification");
  }

  @Test
  void there_is_an_end_to_them_and_those_that_are_there_can_still_be_changed() {
    declare(
        IntStream.range(0, NotificationDefinition.NOTIFICATIONS_MAX)
            .mapToObj(n -> notification("n" + n))
            .toArray(NotificationDefinition[]::new));
    given
        .when(new Command.Apply(List.of(of(notification("more")))))
        .refusedBecause("too-many-notifications");
    given
        .when(new Command.Apply(List.of(of(notification("n7", Occasion.STUCK)))))
        .then(NotificationDeclared.class);
  }

  @Test
  void what_happens_is_told_to_whoever_asked_for_it_there_and_to_nobody_else() {
    declare(notification("team", Occasion.FAILED), notification("others", Occasion.STUCK));
    assertThat(told("shop", "production", failed("shop", "production"))).containsExactly("team");
    assertThat(told("shop", "production", stuck("shop", "production"))).containsExactly("others");
    assertThat(told("shop", "staging", failed("shop", "staging"))).isEmpty();
    assertThat(told("mail", "production", failed("mail", "production"))).isEmpty();
  }

  @Test
  void a_bypass_is_told_to_everybody_whose_selector_covers_it_whatever_they_asked_for() {
    declare(notification("team", Occasion.FAILED), notification("silent"));
    assertThat(told("shop", "production", bypassed("shop", "production")))
        .containsExactly("silent", "team");
    assertThat(told("mail", "production", bypassed("mail", "production"))).isEmpty();
  }

  @Test
  void every_end_and_every_wait_for_people_is_an_occasion_and_other_waits_are_none() {
    DeliveryId id = delivery("shop", "production");
    assertThat(occasion(new RolloutSettled(id))).contains(Occasion.SETTLED);
    assertThat(occasion(new RolloutFailed(id, WHY))).contains(Occasion.FAILED);
    assertThat(occasion(new RolloutCancelled(id, WHY))).contains(Occasion.CANCELLED);
    assertThat(occasion(new RolloutStuck(id, WHY, "slipway settle"))).contains(Occasion.STUCK);
    assertThat(occasion(new RolloutWaiting(id, new Reason("approval-missing", "Nobody yet."))))
        .contains(Occasion.WAITING_FOR_APPROVAL);
    assertThat(occasion(new RolloutWaiting(id, new Reason("locked", "It is locked.")))).isEmpty();
  }

  @Test
  void a_bypass_says_which_guardrail_and_why() {
    Happening happening =
        Happenings.of(given.world(), recorded(bypassed("shop", "production"))).orElseThrow();
    assertThat(happening.because().orElseThrow().sentence())
        .isEqualTo("Although approval does not hold: Everything is down.");
    assertThat(happening.number()).contains(3);
  }

  private Optional<Occasion> occasion(Entry entry) {
    return Happenings.of(given.world(), recorded(entry)).map(Happening::occasion);
  }

  private List<String> told(String application, String environment, Entry entry) {
    World world = given.world();
    Happening happening = Happenings.of(world, recorded(entry)).orElseThrow();
    assertThat(happening.placement()).isEqualTo(delivery(application, environment).placement());
    return Told.of(world, happening).stream().map(it -> it.name().value()).toList();
  }

  private static Entry failed(String application, String environment) {
    return new RolloutFailed(delivery(application, environment), WHY);
  }

  private static Entry stuck(String application, String environment) {
    return new RolloutStuck(delivery(application, environment), WHY, "slipway settle");
  }

  private static Entry bypassed(String application, String environment) {
    return new GuardrailBypassed(
        delivery(application, environment),
        new Digest("sha256:" + "0".repeat(64)),
        new GuardrailName("approval"),
        new Remark("Everything is down."),
        new ActorId("alice"));
  }

  private static DeliveryId delivery(String application, String environment) {
    return new DeliveryId(
        new Placement(new ApplicationName(application), new EnvironmentName(environment)), 3);
  }

  private Recorded recorded(Entry entry) {
    return new Recorded(
        new Position(99),
        Instant.EPOCH,
        StreamKey.of(given.world().organisation()),
        ActorId.SLIPWAY,
        Optional.empty(),
        entry);
  }
}
