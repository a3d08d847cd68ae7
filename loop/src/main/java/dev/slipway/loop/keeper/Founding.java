package dev.slipway.loop.keeper;

import dev.slipway.model.ActorId;
import dev.slipway.model.KeyId;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.KeyCertified;
import dev.slipway.model.entry.TokenIssued;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first entries of an organisation: its generation, its format, its keys, and whoever may do
 * everything.
 */
public final class Founding {

  /** The entry format that this version writes. */
  public static final int FORMAT = 46;

  private Founding() {}

  /** A public key by its id. */
  public record Key(KeyId id, PublicKey key) {}

  public static List<Draft> of(
      Organisation organisation, ActorId administrator, Key orders, Key checkpoints) {
    Stream<Entry> entries =
        Stream.of(
            new FormatRaised(FORMAT),
            new GenerationRaised(1),
            new KeyCertified(orders.id(), orders.key(), KeyCertified.Purpose.ORDERS),
            new KeyCertified(checkpoints.id(), checkpoints.key(), KeyCertified.Purpose.CHECKPOINTS),
            new TokenIssued(administrator, Role.ADMIN, new Scope.Everything()));
    return entries
        .map(entry ->
            new Draft(StreamKey.of(organisation), ActorId.SLIPWAY, Optional.empty(), entry))
        .toList();
  }
}
