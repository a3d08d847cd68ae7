package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.intake.HeadReading.Move;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.event.Event;
import dev.slipway.model.need.Answer;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hint is only a hint: the heads it names are read back from every registered repository that it
 * may mean, and what follows, follows from what they are now.
 *
 * <pre>
 *   hint(refs) → HeadsOf → same as known           → nothing follows
 *                        → moved → every application of the repository: its triggers
 *                        → could not be asked      → nothing follows; a poll will find it
 * </pre>
 */
public final class HintRule {

  private HintRule() {}

  public static Optional<Settlement> decide(Deliberation d, Event.RefsHinted hint) {
    List<RepositoryUrl> repositories =
        d.world().declared().repositories().stream()
            .filter(hint.repository()::leadsToSamePlaceAs)
            .toList();
    if (repositories.isEmpty()) {
      return Settlements.nothing(
          "unknown-repository",
          "No application has the repository %s.".formatted(hint.repository()));
    }
    List<RefName> refs = automatable(d, hint.refs());
    if (refs.isEmpty() && !hint.refs().isEmpty()) {
      return Settlements.nothing(
          "ref-not-automatable",
          "%s is shown, never acted upon; its name is outside the rule."
              .formatted(hint.refs().getFirst()));
    }
    List<Move> moves = new ArrayList<>();
    Optional<Reason> unread = Optional.empty();
    for (RepositoryUrl repository : repositories) {
      switch (HeadReading.ask(d, repository, refs)) {
        case Told.Open<Answer.Heads> _ -> {}
        case Told.Known<Answer.Heads> read ->
            moves.addAll(HeadReading.moves(d.world(), repository, refs, read));
        case Told.Unusable<Answer.Heads>(Reason because) -> unread = Optional.of(because);
        case Told.Unavailable<Answer.Heads>(Reason because) ->
            unread = Optional.of(pollerWillFindIt(because));
      }
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    return moves.isEmpty()
        ? Settlements.nothing(unread.orElse(HEAD_KNOWN))
        : follow(d, inOrder(d, moves));
  }

  private static final Reason HEAD_KNOWN =
      new Reason("head-known", "The heads are where they were known to be.");

  private static Optional<Settlement> follow(Deliberation d, List<Move> moves) {
    List<Shipment> shipments = new ArrayList<>();
    for (Move move : moves) {
      HeadReading.write(d, move);
      for (ApplicationName application : d.applicationsOf(move.repository())) {
        switch (MoveRule.judge(d, application, move)) {
          case MoveRule.Outcome.Open _ -> {}
          case MoveRule.Outcome.Judged(List<Shipment> made) -> shipments.addAll(made);
          case MoveRule.Outcome.Unavailable(Reason because) -> {
            return Settlements.nothing(pollerWillFindIt(because));
          }
        }
      }
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    Dispatch.all(d, shipments);
    return Settlements.followed(
        "heads-moved",
        "Heads moved: %d, shipments made: %d.".formatted(moves.size(), shipments.size()));
  }

  /** Branches that define applications come first, so that all is judged by what they say now. */
  private static List<Move> inOrder(Deliberation d, List<Move> moves) {
    List<Move> ordered = new ArrayList<>(moves.stream().filter(m -> defines(d, m)).toList());
    moves.stream().filter(m -> !defines(d, m)).forEach(ordered::add);
    return ordered;
  }

  private static boolean defines(Deliberation d, Move move) {
    return d.applicationsOf(move.repository()).stream()
        .flatMap(name -> d.application(name).stream())
        .anyMatch(application -> application.tracks(move.ref()));
  }

  private static List<RefName> automatable(Deliberation d, List<RefName> refs) {
    refs.stream()
        .filter(ref -> !ref.isAutomatable())
        .forEach(ref ->
            d.note(
                new Reason(
                    "ref-not-automatable", "%s is shown, never acted upon.".formatted(ref))));
    return refs.stream().filter(RefName::isAutomatable).distinct().sorted().toList();
  }

  private static Reason pollerWillFindIt(Reason because) {
    return Settlements.unavailable(because, "The next poll will find what moved.");
  }
}
