package dev.slipway.agent;

import dev.slipway.codec.Certificate;
import dev.slipway.codec.Certificates;
import dev.slipway.codec.Opened;
import dev.slipway.codec.OrderCodec;
import dev.slipway.model.Bytes;
import dev.slipway.model.KeyId;
import dev.slipway.model.PublicKey;
import dev.slipway.model.entry.KeyCertified;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose orders the agent believes: keys that the pinned root certified for orders. */
final class Trust {

  private static final int CERTIFICATES_MAX = 1000;

  private final PublicKey root;
  private final Set<Bytes> seen = new HashSet<>();
  private final Map<KeyId, PublicKey> keys = new HashMap<>();

  Trust(PublicKey root, Collection<Bytes> certificates) {
    this.root = root;
    List<Bytes> _ = learn(certificates);
  }

  /** Believes the certificates that are genuine, and returns those that were not known. */
  List<Bytes> learn(Collection<Bytes> certificates) {
    List<Bytes> learned = new ArrayList<>();
    for (Bytes bytes : certificates) {
      if (seen.size() < CERTIFICATES_MAX && seen.add(bytes)) {
        Certificates.verify(root, bytes)
            .filter(certificate -> certificate.purpose() == KeyCertified.Purpose.ORDERS)
            .ifPresent(certificate -> {
              believe(certificate);
              learned.add(bytes);
            });
      }
    }
    return List.copyOf(learned);
  }

  Opened open(Bytes envelope) {
    return OrderCodec.open(envelope, id -> Optional.ofNullable(keys.get(id)));
  }

  private void believe(Certificate certificate) {
    keys.put(certificate.key(), certificate.publicKey());
  }
}
