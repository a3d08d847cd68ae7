package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.Settings;
import dev.slipway.http.gate.Pace;
import dev.slipway.loop.door.AgentMessages;
import dev.slipway.loop.door.Agents;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.PublicKey;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.Stray;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where agents enrol, report, and fetch what they need. */
public final class AgentDesk {

  private static final int STRANGERS_PER_SECOND = 100;
  private static final int STRANGERS_BURST = 500;
  private static final int REPORTS_MAX = 1000;
  private static final int HOLDING_MAX = 10_000;
  private static final int STRAYS_MAX = 1000;
  private static final int BOOT_LENGTH_MAX = 64;
  private static final int VERSION_LENGTH_MAX = 64;

  /** A token that is no credential; any other refusal is about what it was shown for. */
  private static final Set<String> SPENT =
      Set.of("join-token-unknown", "join-token-used", "join-token-expired");

  /** Shorter than the connection may be idle. */
  private static final long HOLD_MILLIS_MAX = 25_000;

  private final Doors doors;
  private final Settings settings;

  /** Each costs a look into the directory, and anybody may come. */
  private final Pace strangers;

  public AgentDesk(Doors doors, Settings settings) {
    this.doors = doors;
    this.settings = settings;
    strangers = new Pace(STRANGERS_PER_SECOND, STRANGERS_BURST, settings.clock());
  }

  public Answer enrol(Call call) {
    call.paced(strangers);
    EnrolRequest asked = call.json(EnrolRequest.class);
    Agents.Applicant applicant =
        Applications.valid(() ->
            new Agents.Applicant(
                digest(asked.joinToken()),
                new PublicKey(asked.publicKey()),
                asked.environment().map(EnvironmentName::new),
                asked.target().map(TargetName::new)));
    return new Answer.Later(
        doors.agents().enrol(applicant).thenApplyAsync(this::admitted, doors.answering()));
  }

  private Answer admitted(Agents.Admission admission) {
    return switch (admission) {
      case Agents.Admission.Admitted admitted -> Answer.status(201, response(admitted.enrolled()));
      case Agents.Admission.Refused refused ->
          throw Refusal.of(SPENT.contains(refused.because().code()) ? 401 : 409, refused.because());
    };
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
    String version = said.version().orElse("");
    List<Stray> strays = said.strays().orElseGet(List::of);
    if (said.boot().length() > BOOT_LENGTH_MAX
        || version.length() > VERSION_LENGTH_MAX
        || said.reports().size() > REPORTS_MAX
        || said.holding().size() > HOLDING_MAX
        || strays.size() > STRAYS_MAX) {
      throw Refusal.badRequest("invalid-sync", "The message holds more than it may.");
    }
    Agents.Asked asked =
        AgentMessages.asked(
                version,
                said.boot(),
                said.sequence(),
                said.reports(),
                said.holding(),
                Applications.valid(() -> strays.stream().map(AgentDesk::stray).toList()),
                Math.clamp(said.holdMillis(), 0, HOLD_MILLIS_MAX))
            .orElseThrow(
                () -> Refusal.badRequest("invalid-sync", "A report or a fence cannot be read."));
    doors
        .agents()
        .refusal(call.agent(), asked)
        .ifPresent(because -> {
          throw Refusal.of(403, because);
        });
    return new Answer.Later(
        doors
            .agents()
            .sync(call.agent(), asked)
            .thenApplyAsync(answered -> response(call, answered), doors.answering()));
  }

  private Answer response(Call call, Agents.Answered answered) {
    call.ordered(answered.orders().size());
    return Answer.ok(
        new SyncResponse(
            answered.orders().stream().map(Bytes::utf8).toList(),
            settings.certificates().get(),
            Optional.of(true).filter(_ -> answered.aboutKeys())));
  }

  private static Agents.Stray stray(Stray said) {
    return new Agents.Stray(
        new Slot(
            new TargetId(new EnvironmentName(said.environment()), new TargetName(said.target())),
            new ApplicationName(said.application())),
        new ServiceName(said.service()),
        said.instances());
  }

  public Answer blob(Call call) {
    Digest digest = call.path("digest", Digest::new);
    return new Answer.Later(
        doors
            .material()
            .open(call.agent(), digest)
            .thenApplyAsync(
                content ->
                    content
                        .<Answer>map(
                            it -> new Answer.Octets(it, "application/octet-stream", Map.of()))
                        .orElseThrow(Refusal::notFound),
                doors.answering()));
  }
}
