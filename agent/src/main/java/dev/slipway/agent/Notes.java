package dev.slipway.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.agent.core.Note;
import dev.slipway.codec.ReportCodec;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The notes of the journal as JSON. Kinds and fields are additive. Stateless. */
final class Notes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Notes() {}

  static byte[] encode(Note note) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("environment", note.slot().target().environment().value());
    node.put("target", note.slot().target().target().value());
    node.put("application", note.slot().application().value());
    node.put("generation", note.fence().generation());
    node.put("position", note.fence().position().value());
    switch (note) {
      case Note.Accepted accepted ->
          node.put("kind", "accepted")
              .put("body", accepted.body().value())
              .put("envelope", accepted.envelope().utf8())
              .put("machine", accepted.machine());
      case Note.Confirmed confirmed ->
          node.put("kind", "confirmed").put("envelope", confirmed.envelope().utf8());
      case Note.Intended intended ->
          node.put("kind", "intended")
              .put("step", intended.step())
              .put("machine", intended.machine());
      case Note.Ended ended ->
          node.put("kind", "ended")
              .put(
                  "report",
                  ReportCodec.encode(
                      new Report.Ended(ended.slot(), ended.fence(), ended.outcome())));
      case Note.Acknowledged _ -> node.put("kind", "acknowledged");
    }
    return bytes(node);
  }

  static byte[] encode(Bytes certificate) {
    return bytes(
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", "certificate")
            .put("certificate", certificate.utf8()));
  }

  /** The certificate that a record holds, if it holds one. */
  static Optional<Bytes> certificate(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      return "certificate".equals(text(node, "kind"))
          ? Optional.of(Bytes.ofUtf8(text(node, "certificate")))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Note decode(byte[] bytes) {
    try {
      return decoded(JSON.readTree(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Note decoded(JsonNode node) throws IOException {
    Slot slot =
        new Slot(
            new TargetId(
                new EnvironmentName(text(node, "environment")),
                new TargetName(text(node, "target"))),
            new ApplicationName(text(node, "application")));
    Fence fence =
        new Fence(
            node.path("generation").longValue(), new Position(node.path("position").longValue()));
    return switch (text(node, "kind")) {
      case "accepted" ->
          new Note.Accepted(
              slot,
              fence,
              new Digest(text(node, "body")),
              Bytes.ofUtf8(text(node, "envelope")),
              text(node, "machine"));
      case "confirmed" -> new Note.Confirmed(slot, fence, Bytes.ofUtf8(text(node, "envelope")));
      case "intended" ->
          new Note.Intended(slot, fence, node.path("step").intValue(), text(node, "machine"));
      case "ended" -> ended(slot, fence, ReportCodec.decode(text(node, "report")));
      case "acknowledged" -> new Note.Acknowledged(slot, fence);
      default -> throw new IOException("The journal holds a kind of note that is not known here.");
    };
  }

  private static Note ended(Slot slot, Fence fence, Report report) throws IOException {
    if (report instanceof Report.Ended ended) {
      return new Note.Ended(slot, fence, ended.outcome());
    }
    throw new IOException("The journal holds an end that is none.");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
