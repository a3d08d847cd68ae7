package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Along;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Position;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.KeyCertified;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.observation.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a span under a supposition. What came from outside (events, wishes, what targets were
 * seen to run) is given to the engine anew, at the time when it was really decided on; what was
 * decided then is passed over, for it is decided afresh.
 *
 * <pre>
 *   an event, a wish that was followed    → decided afresh, answers from the record
 *   a wish that was refused               → it stays refused
 *   a wish to go back with a document
 *   that another stands in for            → passed over
 *   what nobody's wish led to, as who may
 *   do everything from the first day on   → taken over
 *   what checks were read to come to     → taken over
 *   documents, and what they bring along  → taken over, unless one that is supposed stands in;
 *                                           overlays are sent by themselves where they say so
 *   how an order ended                    → assumed, at the time it took
 * </pre>
 *
 * Not thread-safe.
 */
final class Run {

  private final Supposition supposed;
  private final Recollection recalled;
  private final Rehearsal rehearsal;
  private final Assumptions assumed;
  private final Map<Position, Recorded> received = new HashMap<>();
  private final Map<Position, Position> here = new HashMap<>();
  private final Set<Position> documents = new HashSet<>();
  private final List<Words.Kept> words = new ArrayList<>();
  private final List<OverlayName> changed = new ArrayList<>();
  private Optional<World> joining = Optional.empty();

  Run(
      Span span,
      Supposition supposed,
      Recollection recalled,
      RecordedEnds ends,
      Assumptions assumed) {
    this.supposed = supposed;
    this.recalled = recalled;
    this.assumed = assumed;
    rehearsal = new Rehearsal(span, supposed, recalled, ends, assumed);
    span.before().unsettled().forEach(this::receive);
  }

  Rehearsal rehearsal() {
    return rehearsal;
  }

  /** Where a cause that really stands at a position stands here. */
  Optional<Position> here(Position recorded) {
    return Optional.ofNullable(here.get(recorded));
  }

  /** Takes the next entry of the span. */
  void take(Recorded recorded) {
    rehearsal.pass(recorded.at());
    speak();
    switch (recorded.entry()) {
      case EventReceived _, CommandReceived _ -> receive(recorded);
      case CauseSettled settled -> decide(settled);
      case ReportReceived heard when heard.report() instanceof Report.Observed seen ->
          rehearsal.observe(recorded, heard, seen);
      case FormatRaised _, GenerationRaised _, KeyCertified _, ActorRefused _ ->
          rehearsal.takeOver(recorded);
      case TokenIssued _, TokenRevoked _, AgentEnrolled _ when recorded.cause().isEmpty() ->
          rehearsal.takeOver(recorded);
      case EnvironmentGroupDeclared _ -> join(recorded);
      case EnvironmentDeclared e -> takeOver(recorded, Optional.of(e.definition().name()));
      case TargetDeclared e -> takeOver(recorded, Optional.of(e.definition().id().environment()));
      case EnvironmentKeyMade _, EnvironmentKeyEnded _, SecretRemoved _ ->
          rehearsal.takeOver(recorded);
      case SecretSealed sealed -> {
        rehearsal.takeOver(recorded);
        rehearsal.lookAt(sealed.environment());
      }
      case ResourceDeclared _, OwnerDeclared _ -> takeOver(recorded, Optional.empty());
      case OverlayDeclared declared -> change(recorded, declared);
      case PolicyDeclared _ -> {
        takeOver(recorded, Optional.empty());
        rehearsal.lookEverywhere();
      }
      case ResourceTold told -> tell(recorded, told);
      case ChecksRead _ -> {
        rehearsal.takeOver(recorded);
        rehearsal.lookEverywhere();
      }
      case ApplicationDefined _, HeadMoved _, HeadGone _ -> takeOver(recorded, Optional.empty());
      case Entry _ -> {}
    }
    speak();
  }

  private void receive(Recorded recorded) {
    received.put(recorded.position(), recorded);
    if (recorded.entry() instanceof CommandReceived wish && bringsDocuments(wish.command())) {
      documents.add(recorded.position());
    }
  }

  private static boolean bringsDocuments(Command command) {
    return switch (command) {
      case Command.Apply _, Command.AddApplication _ -> true;
      case Command _ -> false;
    };
  }

  private void takeOver(Recorded recorded, Optional<EnvironmentName> touched) {
    boolean came = recorded.cause().filter(documents::contains).isPresent();
    if (came && !supposed.replaces(recorded.entry())) {
      rehearsal.takeOver(
          supposed.instead(recorded.entry()).map(entry -> with(recorded, entry)).orElse(recorded));
      touched.ifPresent(rehearsal::lookAt);
    } else if (came && recorded.entry() instanceof ApplicationDefined defined) {
      supposed
          .application(defined.definition().name())
          .ifPresent(said -> rehearsal.takeOver(with(recorded, as(defined, said))));
    }
  }

  private static Recorded with(Recorded recorded, Entry entry) {
    return new Recorded(
        recorded.position(),
        recorded.at(),
        recorded.stream(),
        recorded.actor(),
        recorded.cause(),
        entry);
  }

  /** An application that comes in within the span is what it is supposed to be from then on. */
  private Entry as(ApplicationDefined defined, ApplicationDefinition said) {
    return new ApplicationDefined(
        Along.of(rehearsal.world().declared(), said),
        defined.origin(),
        defined.branch(),
        defined.path());
  }

  /**
   * An overlay whose document has it sent by itself is sent once all that came with it is there.
   */
  private void change(Recorded recorded, OverlayDeclared declared) {
    takeOver(recorded, Optional.empty());
    if (recorded.cause().filter(documents::contains).isPresent()) {
      changed.add(declared.revision().definition().name());
    }
  }

  /** What joins is sent what it is to have once all that came with it is there. */
  private void join(Recorded recorded) {
    if (joining.isEmpty()) {
      joining = Optional.of(rehearsal.world());
    }
    takeOver(recorded, Optional.empty());
  }

  /** How far the world outside was is as it was. */
  private void tell(Recorded recorded, ResourceTold told) {
    rehearsal.takeOver(recorded);
    told.environment().ifPresentOrElse(rehearsal::lookAt, rehearsal::lookEverywhere);
  }

  private void decide(CauseSettled settled) {
    Optional<Recorded> cause = Optional.ofNullable(received.remove(settled.received()));
    if (cause.isPresent() && settled.settlement() instanceof Settlement.Followed) {
      decide(cause.orElseThrow());
      Aftermath aftermath = new Aftermath(rehearsal, settled.received());
      joining.ifPresent(aftermath::welcome);
      aftermath.send(changed, cause.orElseThrow().actor());
    }
    joining = Optional.empty();
    changed.clear();
  }

  private void decide(Recorded cause) {
    switch (cause.entry()) {
      case CommandReceived wish when bringsDocuments(wish.command()) -> {}
      case CommandReceived wish when supposed.replaces(wish.command()) -> {}
      case CommandReceived wish when wish.command() instanceof Command.Settle -> {}
      case CommandReceived wish when wish.command() instanceof Command.TellResource -> {}
      case CommandReceived wish when wish.command() instanceof Command.Secrets -> {}
      case CommandReceived wish ->
          Words.aboutWaiting(cause, wish, recalled)
              .ifPresentOrElse(
                  words::add,
                  () -> receive(cause, Words.asHere(rehearsal.world(), wish, recalled)));
      case EventReceived event -> receive(cause, event);
      case Entry _ -> {}
    }
  }

  private void receive(Recorded cause, Entry asHere) {
    here.put(cause.position(), rehearsal.receive(cause, asHere));
  }

  /** Says what people said, once what it is about waits. */
  private void speak() {
    for (Words.Kept kept : List.copyOf(words)) {
      Optional<CommandReceived> said = Words.said(rehearsal.world(), kept);
      if (said.isPresent()) {
        assumed.make(Assumptions.WORDS);
        words.remove(kept);
        receive(kept.recorded(), said.orElseThrow());
      }
    }
  }
}
