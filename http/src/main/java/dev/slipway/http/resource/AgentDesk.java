package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.Settings;
import dev.slipway.loop.door.AgentMessages;
import dev.slipway.loop.door.Agents;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.PublicKey;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Where agents enrol, report, and fetch what they need. */
public final class AgentDesk {

  private static final int REPORTS_MAX = 1000;
  private static final int HOLDING_MAX = 10_000;
  private static final int BOOT_LENGTH_MAX = 64;

  /** Shorter than the connection may be idle. */
  private static final long HOLD_MILLIS_MAX = 25_000;

  private final Doors doors;
  private final Settings settings;

  public AgentDesk(Doors doors, Settings settings) {
    this.doors = doors;
    this.settings = settings;
  }

  public Answer enrol(Call call) {
    EnrolRequest asked = call.json(EnrolRequest.class);
    PublicKey key = Applications.valid(() -> new PublicKey(asked.publicKey()));
    return new Answer.Later(
        doors
            .agents()
            .enrol(digest(asked.joinToken()), key)
            .thenApplyAsync(
                enrolled ->
                    Answer.status(201, response(enrolled.orElseThrow(Refusal::unauthorized))),
                doors.answering()));
  }

  private EnrolResponse response(Agents.Enrolled enrolled) {
    return new EnrolResponse(
        enrolled.agent().value(),
        enrolled.organisation().value(),
        enrolled.target().environment().value(),
        enrolled.target().target().value(),
        settings.root(),
        settings.certificates().get());
  }

  private static Digest digest(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return Digest.ofHex(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  public Answer sync(Call call) {
    SyncRequest said = call.json(SyncRequest.class);
    if (said.boot().length() > BOOT_LENGTH_MAX
        || said.reports().size() > REPORTS_MAX
        || said.holding().size() > HOLDING_MAX) {
      throw Refusal.badRequest("invalid-sync", "The message holds more than it may.");
    }
    Agents.Asked asked =
        AgentMessages.asked(
                said.boot(),
                said.sequence(),
                said.reports(),
                said.holding(),
                Math.clamp(said.holdMillis(), 0, HOLD_MILLIS_MAX))
            .orElseThrow(
                () -> Refusal.badRequest("invalid-sync", "A report or a fence cannot be read."));
    return new Answer.Later(
        doors
            .agents()
            .sync(call.agent(), asked)
            .thenApplyAsync(
                answered ->
                    Answer.ok(
                        new SyncResponse(
                            answered.orders().stream().map(Bytes::utf8).toList(),
                            settings.certificates().get())),
                doors.answering()));
  }

  public Answer blob(Call call) {
    Digest digest = call.path("digest", Digest::new);
    try {
      return doors
          .material()
          .open(call.agent(), digest)
          .<Answer>map(content -> new Answer.Octets(content, "application/octet-stream", Map.of()))
          .orElseThrow(Refusal::notFound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
