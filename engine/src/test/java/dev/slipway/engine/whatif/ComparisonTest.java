package dev.slipway.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What really became of a shipment, what would have, and which difference that is. */
class ComparisonTest {

  private static final Instant NOON = Fixtures.NOON;
  private static final Instant END = NOON.plusSeconds(3_600);
  private static final ShipmentId NEWER = new ShipmentId("s-0123456789abcdef");
  private static final Reason LOCKED = new Reason("locked", "It is locked.");
  private static final Reason UNAPPROVED = new Reason("approval-missing", "Nobody approved it.");
  private static final Reason BROKEN = new Reason("broken", "It did not come up.");

  private static Fate at(ShipmentStage stage) {
    return Fate.NOWHERE.in(stage);
  }

  /** Started after so many seconds, and settled a minute later. */
  private static Fate settled(long seconds) {
    Instant started = NOON.plusSeconds(seconds);
    return at(ShipmentStage.SETTLED).started(started).ended(started.plusSeconds(60));
  }

  private static Fate failed() {
    return at(ShipmentStage.STOPPED).started(NOON).because(BROKEN).ended(NOON.plusSeconds(60));
  }

  private static Fate passed(ShipmentStage stage) {
    return at(stage).superseded(NEWER);
  }

  private static Fate.Wait locked(long since) {
    return new Fate.Wait(GuardrailName.LOCK, NOON.plusSeconds(since), Optional.empty(), LOCKED);
  }

  private static Fate.Wait unapproved(long since) {
    return new Fate.Wait(
        GuardrailName.APPROVAL, NOON.plusSeconds(since), Optional.empty(), UNAPPROVED);
  }

  private static Fate.Wait over(Fate.Wait wait, long until) {
    return new Fate.Wait(
        wait.guardrail(), wait.since(), Optional.of(NOON.plusSeconds(until)), wait.because());
  }

  private static Fate waiting(Fate.Wait... waits) {
    return at(ShipmentStage.HEAD).waiting(List.of(waits));
  }

  private static Difference stopped(GuardrailName by, Reason because) {
    return new Difference.Stopped(Optional.of(by), because);
  }

  private static Difference stopped(Reason because) {
    return new Difference.Stopped(Optional.empty(), because);
  }

  private static Difference through(Reason because) {
    return new Difference.LetThrough(Optional.empty(), because);
  }

  private static Difference same() {
    return new Difference.Same(new Reason("same", "It would have been the same."));
  }

  private static Reason nothingKeepsIt() {
    return new Reason("nothing-keeps-it", "Nothing keeps it as something did.");
  }

  private static Reason notSoFar() {
    return new Reason("not-so-far", "It has not come so far by the end of the span.");
  }

  private static Difference later(long seconds, Optional<GuardrailName> by, Reason because) {
    return new Difference.Delayed(Duration.ofSeconds(seconds), by, because);
  }

  static Stream<Arguments> starts() {
    Reason behind =
        new Reason("behind-others", "It comes later, or waits behind what is before it.");
    return Stream.of(
        Arguments.of(settled(0), settled(0), same()),
        Arguments.of(settled(0), settled(5), same()),
        Arguments.of(settled(5), settled(0), same()),
        Arguments.of(settled(0), settled(6), later(6, Optional.empty(), behind)),
        Arguments.of(
            settled(0),
            settled(90).waiting(List.of(over(locked(0), 30), over(unapproved(30), 90))),
            later(90, Optional.of(GuardrailName.APPROVAL), UNAPPROVED)),
        Arguments.of(
            settled(6),
            settled(0),
            new Difference.LetThrough(Optional.of(Duration.ofSeconds(6)), nothingKeepsIt())),
        Arguments.of(
            settled(90).waiting(List.of(over(unapproved(0), 30), over(locked(30), 90))),
            settled(0),
            new Difference.LetThrough(Optional.of(Duration.ofSeconds(90)), LOCKED)));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void when_it_starts(Fate really, Fate would, Difference difference) {
    assertThat(Comparison.of(really, would, END)).isEqualTo(difference);
  }

  static Stream<Arguments> ends() {
    Fate fiveLater = settled(0).ended(NOON.plusSeconds(65));
    Fate sixLater = settled(0).ended(NOON.plusSeconds(66));
    Reason later = new Reason("ends-later", "It starts as it did, and ends later.");
    return Stream.of(
        Arguments.of(settled(0), fiveLater, same()),
        Arguments.of(settled(0), sixLater, later(6, Optional.empty(), later)),
        Arguments.of(sixLater, settled(0), same()),
        Arguments.of(settled(0), failed(), stopped(BROKEN)),
        Arguments.of(failed(), settled(0), through(BROKEN)),
        Arguments.of(failed(), failed(), same()));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void how_it_ends_once_it_started(Fate really, Fate would, Difference difference) {
    assertThat(Comparison.of(really, would, END)).isEqualTo(difference);
  }

  static Stream<Arguments> starting() {
    return Stream.of(
        Arguments.of(settled(0), waiting(), stopped(notSoFar())),
        Arguments.of(settled(0), waiting().because(BROKEN), stopped(BROKEN)),
        Arguments.of(settled(0), waiting(locked(0)), stopped(GuardrailName.LOCK, LOCKED)),
        Arguments.of(
            settled(0), waiting(unapproved(10), locked(0)), stopped(GuardrailName.LOCK, LOCKED)),
        Arguments.of(
            settled(0),
            waiting(over(locked(0), 3_000), unapproved(3_000)),
            stopped(GuardrailName.APPROVAL, UNAPPROVED)),
        Arguments.of(settled(0), Fate.NOWHERE, stopped(notSoFar())),
        Arguments.of(waiting(locked(0)), settled(0), through(LOCKED)),
        Arguments.of(waiting(), settled(0), through(nothingKeepsIt())),
        Arguments.of(waiting().because(BROKEN), settled(0), through(BROKEN)),
        Arguments.of(
            passed(ShipmentStage.SUPERSEDED),
            settled(0),
            through(
                new Reason(
                    "not-superseded", "Shipment s-0123456789abcdef really took its place."))));
  }

  @ParameterizedTest
  @MethodSource("starting")
  void whether_it_starts_at_all(Fate really, Fate would, Difference difference) {
    assertThat(Comparison.of(really, would, END)).isEqualTo(difference);
  }

  static Stream<Arguments> givingWay() {
    Reason superseded = new Reason("superseded", "Shipment s-0123456789abcdef takes its place.");
    Reason joined = new Reason("joined", "It goes together with shipment s-0123456789abcdef.");
    return Stream.of(
        Arguments.of(
            settled(0), passed(ShipmentStage.SUPERSEDED), new Difference.Superseded(superseded)),
        Arguments.of(waiting(), passed(ShipmentStage.JOINED), new Difference.Superseded(joined)),
        Arguments.of(passed(ShipmentStage.SUPERSEDED), passed(ShipmentStage.JOINED), same()),
        Arguments.of(
            passed(ShipmentStage.JOINED),
            waiting(locked(0)),
            through(
                new Reason(
                    "not-superseded", "Shipment s-0123456789abcdef really took its place."))));
  }

  @ParameterizedTest
  @MethodSource("givingWay")
  void who_takes_its_place(Fate really, Fate would, Difference difference) {
    assertThat(Comparison.of(really, would, END)).isEqualTo(difference);
  }

  static Stream<Arguments> idle() {
    Fate cancelled = at(ShipmentStage.STOPPED).because(BROKEN);
    return Stream.of(
        Arguments.of(Fate.NOWHERE, Fate.NOWHERE, same()),
        Arguments.of(waiting(), waiting(locked(0)), same()),
        Arguments.of(cancelled, cancelled, same()),
        Arguments.of(Fate.NOWHERE, waiting(), through(nothingKeepsIt())),
        Arguments.of(waiting(), Fate.NOWHERE, stopped(notSoFar())),
        Arguments.of(waiting(), cancelled, stopped(BROKEN)),
        Arguments.of(cancelled, waiting(), through(BROKEN)),
        Arguments.of(Fate.NOWHERE, cancelled, stopped(BROKEN)));
  }

  @ParameterizedTest
  @MethodSource("idle")
  void how_far_it_comes_where_it_never_starts(Fate really, Fate would, Difference difference) {
    assertThat(Comparison.of(really, would, END)).isEqualTo(difference);
  }
}
