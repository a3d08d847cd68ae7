package dev.slipway.agent;

import dev.slipway.agent.core.Acceptance;
import dev.slipway.agent.core.Deed;
import dev.slipway.agent.core.Happening;
import dev.slipway.agent.core.Held;
import dev.slipway.agent.core.Note;
import dev.slipway.agent.core.Phase;
import dev.slipway.agent.core.Steps;
import dev.slipway.agent.core.Steps.Step;
import dev.slipway.agent.core.Transition;
import dev.slipway.agent.port.Ports;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.OrderBody;
import dev.slipway.runtime.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sees to one slot: takes its orders, has them carried out one at a time, and keeps what they made.
 * What to do when is in {@link Transition#TABLE}. Lives on the agent's thread.
 */
final class Keeper {

  private final Slot slot;
  private final Ports ports;
  private final Book book;
  private final Consumer<Report> reports;
  private final Watch watch;

  private Phase phase = Phase.RESTING;
  private Optional<Candidate> fetching = Optional.empty();
  private Optional<Candidate> ready = Optional.empty();
  private Optional<OrderBody> order = Optional.empty();
  private Optional<Work> work = Optional.empty();
  private Optional<Fence> refused = Optional.empty();
  private Outcome ended = new Outcome.Converged(List.of());
  private List<ObservedInstance> seen = List.of();

  Keeper(Slot slot, Ports ports, Settings settings, Book book, Consumer<Report> reports) {
    this.slot = slot;
    this.ports = ports;
    this.book = book;
    this.reports = reports;
    this.watch = new Watch(slot, ports, settings, () -> happen(Happening.DUE), this::differs);
  }

  /** The fence that the server need not send again. */
  Optional<Fence> fence() {
    return known().map(Acceptance.Known::fence);
  }

  /** Goes on where an earlier life of the agent was. */
  void resume(OrderBody body) {
    Held held = held();
    order = Optional.of(body);
    if (held.outcome().isEmpty()) {
      phase = Phase.CONVERGING;
      watch.whenIdle(() -> work(steps(), held().unbegun(steps()), this::resumed));
      return;
    }
    if (!held.acknowledged()) {
      reports.accept(new Report.Ended(slot, held.fence(), held.outcome().orElseThrow()));
    }
    if (isKept() && (held.converged() || body.leadsBack())) {
      phase = Phase.KEEPING;
      watch.begin(Work.assignment(held(), keep()));
    }
  }

  /** Takes a genuine order, or reports why not; returns whether it was news. */
  boolean offer(Candidate candidate, Fetcher fetcher) {
    return switch (Acceptance.judge(known(), candidate.fence(), candidate.body())) {
      case Acceptance.AlreadyHeld _ -> false;
      case Acceptance.Refuse refuse -> {
        refuse(candidate, refuse.because());
        yield false;
      }
      case Acceptance.Confirm _ -> {
        confirm(candidate);
        yield true;
      }
      case Acceptance.Accept _ -> {
        fetching = Optional.of(candidate);
        fetcher.fetch(candidate.order(), new Arrives(candidate));
        yield true;
      }
    };
  }

  /** Says why, but once: an order that is sent again and again is not to be answered so. */
  private void refuse(Candidate candidate, Reason because) {
    Optional<Fence> again = Optional.of(candidate.fence());
    if (!again.equals(refused)) {
      refused = again;
      reports.accept(new Report.Refused(slot, fence().orElseGet(candidate::fence), because));
    }
  }

  /** Does nothing more of its own accord; work under way goes on, and nobody hears of its end. */
  void stop() {
    watch.end();
  }

  private final class Arrives implements Arrival {

    private final Candidate candidate;

    Arrives(Candidate candidate) {
      this.candidate = candidate;
    }

    @Override
    public boolean isAwaited() {
      return fetching.filter(one -> one.body().equals(candidate.body())).isPresent();
    }

    @Override
    public void here() {
      fetched(candidate);
    }
  }

  void acknowledged(Report.Ended report) {
    if (book.held(slot).filter(held -> held.fence().equals(report.fence())).isPresent()) {
      book.noteSoon(new Note.Acknowledged(slot, report.fence()));
    }
  }

  private void fetched(Candidate candidate) {
    Optional<Candidate> current = fetching.filter(one -> one.body().equals(candidate.body()));
    if (current.isPresent()) {
      ready = current;
      fetching = Optional.empty();
      happen(Happening.ORDERED);
    }
  }

  private void confirm(Candidate candidate) {
    if (fetching.isPresent()) {
      fetching = Optional.of(candidate);
    } else if (ready.isPresent()) {
      ready = Optional.of(candidate);
    } else {
      book.noteNow(new Note.Confirmed(slot, candidate.fence(), candidate.envelope()));
      held()
          .outcome()
          .ifPresent(outcome -> reports.accept(new Report.Ended(slot, candidate.fence(), outcome)));
    }
  }

  private Optional<Acceptance.Known> known() {
    return fetching
        .or(() -> ready)
        .map(Candidate::known)
        .or(() -> book.held(slot).map(held -> new Acceptance.Known(held.fence(), held.body())));
  }

  private void happen(Happening happening) {
    Transition transition = Transition.of(phase, happening);
    phase = transition.to();
    transition.deeds().forEach(this::perform);
    if (phase == Phase.KEEPING && transition.from() != Phase.KEEPING) {
      watch.begin(Work.assignment(held(), keep()));
    }
  }

  private void perform(Deed deed) {
    switch (deed) {
      case BEGIN -> begin();
      case CANCEL -> work.ifPresent(Work::cancel);
      case REPORT_END -> reportEnd();
      case REPORT_STATE -> reportState();
      case BACK_OFF -> watch.backOff();
      case HEAL ->
          watch.whenIdle(() -> work(List.of(keep()), List.of(), _ -> Context.Attempt.HEALING));
    }
  }

  private void begin() {
    Candidate candidate = ready.orElseThrow();
    watch.end();
    ready = Optional.empty();
    order = Optional.of(candidate.order());
    book.noteNow(
        new Note.Accepted(
            slot, candidate.fence(), candidate.body(), candidate.envelope(), ports.machine()));
    watch.whenIdle(() -> work(steps(), steps(), this::fresh));
  }

  /**
   * Has steps carried out.
   *
   * @param needing those whose secrets have to be found before anything is touched
   */
  private void work(List<Step> steps, List<Step> needing, Work.Attempts attempts) {
    Work next = new Work(ports, held(), steps, attempts, this::ended);
    work = Optional.of(next);
    next.begin(needing.stream().flatMap(step -> step.releases().stream()).toList());
  }

  private Context.Attempt fresh(int step) {
    if (step > 0) {
      intend(step);
    }
    return Context.Attempt.FIRST;
  }

  private Context.Attempt resumed(int step) {
    Held held = held();
    if (!held.steps().contains(step)) {
      return fresh(step);
    }
    return held.machine().equals(ports.machine())
        ? Context.Attempt.AGAIN
        : Context.Attempt.AGAIN_AFTER_RESTART;
  }

  /** Only what is not to be repeated on a guess needs its intent written down. */
  private void intend(int step) {
    switch (steps().get(step)) {
      case Step.Run _ ->
          book.noteNow(new Note.Intended(slot, held().fence(), step, ports.machine()));
      case Step.RunNothing _, Step.Keep _ -> {}
    }
  }

  /** What it says is hidden before it is noted, for the journal keeps it. */
  private void ended(Outcome outcome) {
    work = Optional.empty();
    ended = new Discreet(ports.secrets().masks()).outcome(outcome);
    happen(
        switch (outcome) {
          case Outcome.Converged _ -> isKept() ? Happening.CONVERGED : Happening.DONE;
          case Outcome.Failed _, Outcome.Unknown _ ->
              isKept() && order.orElseThrow().leadsBack() ? Happening.MISSED : Happening.FAILED;
        });
  }

  private void reportEnd() {
    Held held = held();
    if (held.outcome().isEmpty()) {
      reports.accept(new Report.Ended(slot, held.fence(), ended));
      book.noteSoon(new Note.Ended(slot, held.fence(), ended));
    }
  }

  private void reportState() {
    switch (ended) {
      case Outcome.Converged converged ->
          observed(converged.instances(), false, new Reason("healed", "It is as ordered again."));
      case Outcome.Failed failed -> observed(List.of(), true, failed.because());
      case Outcome.Unknown unknown -> observed(List.of(), true, unknown.because());
    }
  }

  /** What the watch saw differs; it is remembered as a failure of keeping, and told as seen. */
  private void differs(List<ObservedInstance> instances, Reason because) {
    ended = new Outcome.Failed(because);
    seen = instances;
    happen(Happening.DIFFERS);
  }

  private void observed(List<ObservedInstance> instances, boolean drifted, Reason because) {
    List<ObservedInstance> all = drifted ? seen : instances;
    if (watch.isNews(drifted, because)) {
      reports.accept(new Report.Observed(slot, held().fence(), all, drifted, because));
    }
  }

  private Held held() {
    return book.held(slot).orElseThrow();
  }

  private List<Step> steps() {
    return Steps.of(order.orElseThrow().wanted()).all();
  }

  private Step keep() {
    return Steps.of(order.orElseThrow().wanted()).keep();
  }

  private boolean isKept() {
    return !keep().releases().isEmpty();
  }
}
