package dev.slipway.engine.deliberation;

import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is known of a need so far. */
public sealed interface Told<A> {

  /** Nobody has answered yet. */
  record Open<A>() implements Told<A> {}

  record Known<A>(A answer, Instant at) implements Told<A> {}

  /** The source answered, and what it holds cannot be used. */
  record Unusable<A>(Reason because) implements Told<A> {}

  /** The source could not be asked. */
  record Unavailable<A>(Reason because) implements Told<A> {}

  static Told<Answer.Heads> heads(Deliberation d, Need.HeadsOf need, Predicate<Fact> usable) {
    return of(d.ask(need, usable), a -> a instanceof Answer.Heads h ? Optional.of(h) : none());
  }

  static Told<Answer.Commit> commit(Deliberation d, Need.CommitOf need) {
    return of(d.ask(need), a -> a instanceof Answer.Commit c ? Optional.of(c) : none());
  }

  static Told<Answer.Source> source(Deliberation d, Need.SourceAt need) {
    return of(d.ask(need), a -> a instanceof Answer.Source s ? Optional.of(s) : none());
  }

  static Told<Answer.Contained> contained(Deliberation d, Need.Contains need) {
    return of(d.ask(need), a -> a instanceof Answer.Contained c ? Optional.of(c) : none());
  }

  static Told<Answer.Authors> authors(Deliberation d, Need.AuthorsOf need) {
    return of(d.ask(need), a -> a instanceof Answer.Authors s ? Optional.of(s) : none());
  }

  static Told<Answer.Person> person(Deliberation d, ActorId actor) {
    Need need = new Need.PersonOf(d.organisation(), actor);
    return of(d.ask(need), a -> a instanceof Answer.Person p ? Optional.of(p) : none());
  }

  static Told<Answer.Taken> taken(Deliberation d, Need.OrdersTaken need) {
    return of(d.ask(need), a -> a instanceof Answer.Taken t ? Optional.of(t) : none());
  }

  static Told<Answer.Heard> heard(Deliberation d, Need.LastHeard need) {
    return of(d.ask(need), a -> a instanceof Answer.Heard h ? Optional.of(h) : none());
  }

  static Told<Answer.Image> image(Deliberation d, Need.ImageOf need, Predicate<Fact> usable) {
    return of(d.ask(need, usable), a -> a instanceof Answer.Image i ? Optional.of(i) : none());
  }

  /** One answer is enough for a decision, however long it takes to come to it. */
  static Told<Answer.Deployment> deployment(Deliberation d, Need.DeploymentOf need) {
    return of(
        d.askUnless(
            need,
            fact ->
                fact.need() instanceof Need.DeploymentOf other
                    && other.delivery().equals(need.delivery())
                    && other.sha().equals(need.sha())
                    && other.asked().equals(need.asked())),
        a -> a instanceof Answer.Deployment deployment ? Optional.of(deployment) : none());
  }

  /** One reading is enough for a decision, however long it takes to come to it. */
  static Told<Answer.Checks> checks(Deliberation d, Need.ChecksOf need, Duration grace) {
    Instant since = need.since().minus(grace);
    return of(
        d.askUnless(
            need,
            fact ->
                fact.need() instanceof Need.ChecksOf other
                    && other.repository().equals(need.repository())
                    && other.sha().equals(need.sha())
                    && !fact.at().isBefore(since)),
        a -> a instanceof Answer.Checks c ? Optional.of(c) : none());
  }

  private static <A> Optional<A> none() {
    return Optional.empty();
  }

  private static <A> Told<A> of(Optional<Fact> fact, Function<Answer, Optional<A>> fitting) {
    if (fact.isEmpty()) {
      return new Open<>();
    }
    return switch (fact.orElseThrow().answer()) {
      case Answer.Unusable unusable -> new Unusable<>(unusable.because());
      case Answer.Unavailable unavailable -> new Unavailable<>(unavailable.because());
      case Answer answer ->
          fitting
              .apply(answer)
              .<Told<A>>map(a -> new Known<>(a, fact.orElseThrow().at()))
              .orElseGet(() ->
                  new Unusable<>(
                      new Reason("answer-does-not-fit", "The source answered another question.")));
    };
  }
}
