package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.Json;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.KeyId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
    int typeLength = payloadType.getBytes(StandardCharsets.UTF_8).length;
    byte[] head =
        ("DSSEv1 " + typeLength + " " + payloadType + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] signed = Arrays.copyOf(head, head.length + payload.length);
    System.arraycopy(payload, 0, signed, head.length, payload.length);
    return signed;
  }

  Bytes toBytes() {
    CanonicalText out = new CanonicalText();
    out.raw("{\"payload\":").text(base64(payload));
    out.raw(",\"payloadType\":").text(payloadType);
    out.raw(",\"signatures\":[");
    String before = "{";
    for (Signature signature : signatures) {
      out.raw(before);
      signature.keyId.ifPresent(id -> out.raw("\"keyid\":").text(id.value()).raw(","));
      out.raw("\"sig\":").text(base64(signature.bytes)).raw("}");
      before = ",{";
    }
    return Bytes.ofUtf8(out.raw("]}").toString());
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  /**
   * Reads an envelope of at most 8 MiB with at most 8 signatures. Keys that the specification does
   * not name are passed over, as it asks for.
   *
   * @throws Undecodable when it is none
   */
  static Envelope parse(Bytes bytes) {
    Map<String, Json> envelope = members(JsonText.read(bytes.toArray(), SIZE_MAX));
    if (!(envelope.get("signatures") instanceof Json.Items(List<Json> list))
        || list.isEmpty()
        || list.size() > SIGNATURES_MAX) {
      throw new Undecodable("signatures", "must be 1 to " + SIGNATURES_MAX);
    }
    List<Signature> signatures = new ArrayList<>();
    for (Json each : list) {
      Map<String, Json> signature = members(each);
      signatures.add(new Signature(keyId(signature), base64(signature, "sig")));
    }
    return new Envelope(text(envelope, "payloadType"), base64(envelope, "payload"), signatures);
  }

  private static Optional<KeyId> keyId(Map<String, Json> signature) {
    if (signature.getOrDefault("keyid", new Json.Nothing()) instanceof Json.Nothing) {
      return Optional.empty();
    }
    try {
      return Optional.of(new KeyId(text(signature, "keyid")));
    } catch (IllegalArgumentException e) {
      throw new Undecodable("signatures.keyid", "must be a key id");
    }
  }

  private static Map<String, Json> members(Json json) {
    if (!(json instanceof Json.Members(Map<String, Json> members))) {
      throw new Undecodable("", "must be an object");
    }
    return members;
  }

  private static String text(Map<String, Json> owner, String name) {
    if (!(owner.get(name) instanceof Json.Text(String text))) {
      throw new Undecodable(name, "must be a text");
    }
    return text;
  }

  /** Signers may use the standard or the URL-safe alphabet, and verifiers take both. */
  private static Bytes base64(Map<String, Json> owner, String name) {
    try {
      String standard = text(owner, name).replace('-', '+').replace('_', '/');
      return Bytes.of(Base64.getDecoder().decode(standard));
    } catch (IllegalArgumentException e) {
      throw new Undecodable(name, "must be Base64");
    }
  }
}
