package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.util.List;

/**
 * Identities that follow from content: the same cause or the same content has the same identity
 * everywhere and for ever. Each is a SHA-256 over canonical bytes. Stateless; thread-safe.
 */
public final class Identities {

  private static final Shape RELEASE = Shapes.of(Release.class);
  private static final Shape BODY = Shapes.of(OrderBody.class);
  private static final Shape STATE = Shapes.of(DesiredState.class);
  private static final int BRIEF_DIGITS = 16;

  private Identities() {}

  /** The shipment that the {@code n}th move of a ref makes by a trigger. */
  public static ShipmentId shipment(
      ApplicationName application,
      TriggerName trigger,
      RepositoryUrl repository,
      RefName ref,
      long n) {
    return shipment(
        list("move", application.value(), trigger.value(), repository.value(), ref.value())
            .raw(",")
            .integer(n));
  }

  /** The shipment that an announcement with this CloudEvents source and id makes by a trigger. */
  public static ShipmentId shipment(
      ApplicationName application, TriggerName trigger, String source, String id) {
    return shipment(list("announcement", application.value(), trigger.value(), source, id));
  }

  /**
   * The shipment that images which moved make by a trigger.
   *
   * @param moves what is followed, how often it moved, and to which image
   */
  public static ShipmentId shipmentOfImages(
      ApplicationName application, TriggerName trigger, List<String> moves) {
    CanonicalText list = list("images", application.value(), trigger.value());
    moves.forEach(move -> list.raw(",").text(move));
    return shipment(list);
  }

  /** The shipment that an actor's command with this key makes. */
  public static ShipmentId shipment(ActorId actor, String idempotencyKey) {
    return shipment(list("command", actor.value(), idempotencyKey));
  }

  /** The shipment that brings what is in force elsewhere to an environment that joined a group. */
  public static ShipmentId joining(DeliveryId like, EnvironmentName newcomer) {
    return shipment(list("joining", like.toString(), newcomer.value()));
  }

  /** The set that an actor's command with this key makes. */
  public static SetId set(ActorId actor, String idempotencyKey) {
    return new SetId("set-" + brief(list("set", actor.value(), idempotencyKey)));
  }

  /** The set that takes back what a failed one had brought; there is one at most. */
  public static SetId undoing(SetId failed) {
    return new SetId("set-" + brief(list("undoing", failed.value())));
  }

  /** The shipment that a set makes of an application. */
  public static ShipmentId member(SetId set, ApplicationName application) {
    return shipment(list("member", set.value(), application.value()));
  }

  /** The campaign that an actor's command with this key starts. */
  public static CampaignId campaign(ActorId actor, String idempotencyKey) {
    return new CampaignId("c-" + brief(list("campaign", actor.value(), idempotencyKey)));
  }

  /** The campaign that a revision of an overlay starts by itself; there is one at most. */
  public static CampaignId campaign(OverlayName overlay, int revision) {
    return new CampaignId(
        "c-" + brief(list("overlay", overlay.value()).raw(",").integer(revision)));
  }

  /** The {@code n}th shipment of a campaign. */
  public static ShipmentId campaigning(CampaignId campaign, int n) {
    return shipment(list("campaigning", campaign.value()).raw(",").integer(n));
  }

  /** The lock that an actor's command with this key sets. */
  public static LockId lock(ActorId actor, String idempotencyKey) {
    return new LockId("l-" + brief(list("lock", actor.value(), idempotencyKey)));
  }

  /** What a release is, whichever delivery holds it. */
  public static Digest release(Release release) {
    return digest(list("release").raw(",").value(RELEASE, release));
  }

  /** What {@code OrderIssued} holds of an order. */
  public static Digest orderBody(OrderBody body) {
    return digest(list("order").raw(",").value(BODY, body));
  }

  /** What approvals bind to: the content, and the environment that selects its targets. */
  public static Digest delivery(DesiredState state, EnvironmentName environment) {
    return digest(list("delivery", environment.value()).raw(",").value(STATE, state));
  }

  /** The rollback that a failed delivery asks for; there is one at most. */
  public static ShipmentId rollback(DeliveryId failed) {
    return shipment(list("rollback", failed.toString()));
  }

  /**
   * A list, still open, that starts with what it is for, so that no two kinds of identity can be
   * mixed up.
   */
  private static CanonicalText list(String purpose, String... texts) {
    CanonicalText list = new CanonicalText().raw("[").text(purpose);
    for (String text : texts) {
      list.raw(",").text(text);
    }
    return list;
  }

  private static Digest digest(CanonicalText list) {
    return Digests.sha256(list.raw("]").bytes());
  }

  private static ShipmentId shipment(CanonicalText because) {
    return new ShipmentId("s-" + brief(because));
  }

  private static String brief(CanonicalText because) {
    return digest(because).hex().substring(0, BRIEF_DIGITS);
  }
}
