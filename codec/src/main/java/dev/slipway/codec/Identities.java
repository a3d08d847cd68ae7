package dev.slipway.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;

/**
 * Identities that follow from content: the same cause or the same content has the same identity
 * everywhere and for ever. Each is a SHA-256 over canonical bytes. Stateless; thread-safe.
 */
public final class Identities {

  private static final Shape RELEASE = Shapes.of(Release.class);
  private static final Shape BODY = Shapes.of(OrderBody.class);
  private static final int SHIPMENT_DIGITS = 16;

  private Identities() {}

  /** The shipment that the {@code n}th move of a ref makes by a trigger. */
  public static ShipmentId shipment(
      ApplicationName application,
      TriggerName trigger,
      RepositoryUrl repository,
      RefName ref,
      long n) {
    return shipment(
        list("move")
            .add(application.value())
            .add(trigger.value())
            .add(repository.value())
            .add(ref.value())
            .add(n));
  }

  /** The shipment that an announcement with this CloudEvents source and id makes by a trigger. */
  public static ShipmentId shipment(
      ApplicationName application, TriggerName trigger, String source, String id) {
    return shipment(
        list("announcement").add(application.value()).add(trigger.value()).add(source).add(id));
  }

  /** The shipment that an actor's command with this key makes. */
  public static ShipmentId shipment(ActorId actor, String idempotencyKey) {
    return shipment(list("command").add(actor.value()).add(idempotencyKey));
  }

  /** What a release is, whichever delivery holds it. */
  public static Digest release(Release release) {
    return Digests.sha256(list("release").add(RELEASE.encode(release)));
  }

  /** What {@code OrderIssued} holds of an order. */
  public static Digest orderBody(OrderBody body) {
    return Digests.sha256(list("order").add(BODY.encode(body)));
  }

  /** What approvals bind to: the content, and the environment that selects its targets. */
  public static Digest delivery(DesiredState state, EnvironmentName environment) {
    return Digests.sha256(list("delivery").add(environment.value()).add(StateCodec.encode(state)));
  }

  /** A list that starts with what it is for, so that no two kinds of identity can be mixed up. */
  private static ArrayNode list(String purpose) {
    return JsonNodeFactory.instance.arrayNode().add(purpose);
  }

  private static ShipmentId shipment(ArrayNode because) {
    return new ShipmentId("s-" + Digests.sha256(because).hex().substring(0, SHIPMENT_DIGITS));
  }
}
