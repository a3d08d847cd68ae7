package dev.slipway.http.show;

import dev.slipway.loop.door.Credentials;
import dev.slipway.loop.door.Credentials.Holder;
import dev.slipway.model.ActorId;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.model.state.Skip;
import dev.slipway.wire.Actor;
import dev.slipway.wire.MadeByKind;
import dev.slipway.wire.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows values with the names of one organisation's actors, as they were when it was made. */
public final class Shown {

  /** What ids are drawn like; no name that a person gives is taken for one. */
  private static final Pattern ID = Pattern.compile("\\ba-[0-9a-f]{16,64}\\b");

  private final Map<ActorId, String> names;

  private Shown(Map<ActorId, String> names) {
    this.names = names;
  }

  public static Shown to(Organisation organisation, Credentials credentials) {
    return new Shown(
        credentials.known(organisation).stream()
            .collect(Collectors.toMap(Holder::actor, Holder::name, (one, other) -> one)));
  }

  public String name(ActorId actor) {
    return actor.equals(ActorId.SLIPWAY) ? "Slipway" : names.getOrDefault(actor, actor.value());
  }

  Actor actor(ActorId actor) {
    return new Actor(actor.value(), name(actor));
  }

  /**
   * A sentence of the ledger's, in which actors are called by their names: the ledger knows ids
   * only, for names can be forgotten. One that nobody knows any more keeps its id.
   */
  public String said(String sentence) {
    return ID.matcher(sentence)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                Optional.ofNullable(names.get(new ActorId(found.group())))
                    .orElseGet(found::group)));
  }

  /** The same of a reason. */
  public dev.slipway.model.Reason said(dev.slipway.model.Reason reason) {
    return new dev.slipway.model.Reason(reason.code(), said(reason.sentence()));
  }

  Reason told(dev.slipway.model.Reason reason) {
    return reason(said(reason));
  }

  Optional<Reason> told(Optional<dev.slipway.model.Reason> reason) {
    return reason.map(this::told);
  }

  /** What somebody said of a page, with the name of who said it. */
  public dev.slipway.wire.Feedback feedback(Feedback feedback) {
    return new dev.slipway.wire.Feedback(
        feedback.id(),
        actor(feedback.by()),
        feedback.at(),
        feedback.page().value(),
        feedback.text(),
        feedback.version());
  }

  /** A delivery in short. */
  public static dev.slipway.wire.Skip skip(Skip skip) {
    return new dev.slipway.wire.Skip(skip.number(), skip.sha().value());
  }

  public static Reason reason(dev.slipway.model.Reason reason) {
    return new Reason(reason.code(), reason.sentence());
  }

  static Optional<Reason> reason(Optional<dev.slipway.model.Reason> reason) {
    return reason.map(Shown::reason);
  }

  dev.slipway.wire.MadeBy madeBy(MadeBy by) {
    return switch (by) {
      case MadeBy.Trigger made ->
          new dev.slipway.wire.MadeBy(
              MadeByKind.TRIGGER,
              Optional.of(made.trigger().value()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case MadeBy.Joining made ->
          new dev.slipway.wire.MadeBy(
              MadeByKind.JOINING,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(made.like().toString()),
              Optional.empty());
      case MadeBy.Campaign made ->
          new dev.slipway.wire.MadeBy(
              MadeByKind.CAMPAIGN,
              Optional.empty(),
              Optional.of(actor(made.actor())),
              Optional.empty(),
              made.confirmed().map(it -> it.value()),
              Optional.empty(),
              Optional.of(made.campaign().value()));
      case MadeBy.Request made ->
          new dev.slipway.wire.MadeBy(
              MadeByKind.REQUEST,
              Optional.empty(),
              Optional.of(actor(made.actor())),
              Optional.empty(),
              made.confirmed().map(it -> it.value()),
              Optional.empty(),
              Optional.empty());
      case MadeBy.Rollback made ->
          new dev.slipway.wire.MadeBy(
              made.automatic() ? MadeByKind.AUTOMATIC_ROLLBACK : MadeByKind.ROLLBACK,
              Optional.empty(),
              Optional.of(actor(made.actor())),
              Optional.of(made.to()),
              made.confirmed().map(it -> it.value()),
              Optional.empty(),
              Optional.empty());
    };
  }
}
