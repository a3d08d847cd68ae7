package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.PublicKey;
import dev.slipway.model.entry.KeyCertified;
import java.util.Optional;

/** Certificates of keys in DSSE envelopes that the root signs. Stateless; thread-safe. */
public final class Certificates {

  private static final String TYPE = "application/vnd.slipway.certificate.v1+json";
  private static final String AGENT_TYPE = "application/vnd.slipway.agent-certificate.v1+json";
  private static final int SIZE_MAX = 4096;
  private static final Shape CERTIFICATE = Shapes.of(Certificate.class);
  private static final Shape AGENT = Shapes.of(AgentCertificate.class);

  private Certificates() {}

  public static Bytes issue(SigningKey root, PublicKey key, KeyCertified.Purpose purpose) {
    return issue(root, TYPE, CERTIFICATE, new Certificate(KeyIds.of(key), key, purpose));
  }

  public static Bytes issue(SigningKey root, AgentCertificate certificate) {
    return issue(root, AGENT_TYPE, AGENT, certificate);
  }

  private static Bytes issue(SigningKey root, String type, Shape shape, Object certificate) {
    return Envelope.sign(type, CanonicalText.of(shape, certificate).bytes(), root).toBytes();
  }

  /** What a certificate says; empty when it is none, or the root did not sign it. */
  public static Optional<Certificate> verify(PublicKey root, Bytes certificate) {
    return verified(root, certificate, TYPE, CERTIFICATE)
        .map(Certificate.class::cast)
        .filter(it -> it.key().equals(KeyIds.of(it.publicKey())));
  }

  /** As {@link #verify}, of an agent. */
  public static Optional<AgentCertificate> verifyAgent(PublicKey root, Bytes certificate) {
    return verified(root, certificate, AGENT_TYPE, AGENT).map(AgentCertificate.class::cast);
  }

  private static Optional<Object> verified(
      PublicKey root, Bytes certificate, String type, Shape shape) {
    try {
      Envelope envelope = Envelope.parse(certificate);
      byte[] signed = envelope.signedBytes();
      boolean genuine =
          envelope.payloadType().equals(type)
              && envelope.signatures().stream()
                  .anyMatch(each -> Signatures.verify(root, signed, each.bytes().toArray()));
      return genuine
          ? Optional.of(shape.decode(JsonText.read(envelope.payload().toArray(), SIZE_MAX)))
          : Optional.empty();
    } catch (Undecodable e) {
      return Optional.empty();
    }
  }
}
