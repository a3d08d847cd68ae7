package dev.slipway.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.KeyId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A DSSE v1 envelope (secure-systems-lab/dsse): a payload, what it is, and signatures over both.
 */
record Envelope(String payloadType, Bytes payload, List<Signature> signatures) {

  private static final int SIZE_MAX = 8 * 1024 * 1024;
  private static final int SIGNATURES_MAX = 8;

  Envelope {
    signatures = List.copyOf(signatures);
  }

  /** A signature and who says to have made it; the word of {@code keyId} is only a hint. */
  record Signature(Optional<KeyId> keyId, Bytes bytes) {}

  static Envelope sign(String payloadType, byte[] payload, SigningKey key) {
    byte[] signature = key.sign(signedBytes(payloadType, payload));
    return new Envelope(
        payloadType,
        Bytes.of(payload),
        List.of(new Signature(Optional.of(key.keyId()), Bytes.of(signature))));
  }

  /** What is signed: the pre-authentication encoding PAE of the specification. */
  byte[] signedBytes() {
    return signedBytes(payloadType, payload.toArray());
  }

  static byte[] signedBytes(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("DSSEv1 " + type.length + " "));
    out.writeBytes(type);
    out.writeBytes(ascii(" " + payload.length + " "));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  Bytes toBytes() {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("payloadType", payloadType);
    envelope.put("payload", Base64.getEncoder().encodeToString(payload.toArray()));
    var list = envelope.putArray("signatures");
    for (Signature signature : signatures) {
      ObjectNode each = list.addObject();
      signature.keyId.ifPresent(id -> each.put("keyid", id.value()));
      each.put("sig", Base64.getEncoder().encodeToString(signature.bytes.toArray()));
    }
    return Bytes.of(Canonical.bytes(envelope));
  }

  /**
   * Reads an envelope of at most 8 MiB with at most 8 signatures. Keys that the specification does
   * not name are passed over, as it asks for.
   *
   * @throws Undecodable when it is none
   */
  static Envelope parse(Bytes bytes) {
    JsonNode json = Json.read(bytes.toArray(), SIZE_MAX);
    JsonNode list = json.path("signatures");
    if (!list.isArray() || list.isEmpty() || list.size() > SIGNATURES_MAX) {
      throw new Undecodable("signatures", "must be 1 to " + SIGNATURES_MAX);
    }
    List<Signature> signatures = new ArrayList<>();
    for (JsonNode each : list) {
      signatures.add(new Signature(keyId(each), base64(each, "sig")));
    }
    return new Envelope(text(json, "payloadType"), base64(json, "payload"), signatures);
  }

  private static Optional<KeyId> keyId(JsonNode signature) {
    if (!signature.hasNonNull("keyid")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new KeyId(text(signature, "keyid")));
    } catch (IllegalArgumentException e) {
      throw new Undecodable("signatures.keyid", "must be a key id");
    }
  }

  private static String text(JsonNode owner, String name) {
    JsonNode text = owner.path(name);
    if (!text.isTextual()) {
      throw new Undecodable(name, "must be a text");
    }
    return text.textValue();
  }

  /** Signers may use the standard or the URL-safe alphabet, and verifiers take both. */
  private static Bytes base64(JsonNode owner, String name) {
    try {
      String standard = text(owner, name).replace('-', '+').replace('_', '/');
      return Bytes.of(Base64.getDecoder().decode(standard));
    } catch (IllegalArgumentException e) {
      throw new Undecodable(name, "must be Base64");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
