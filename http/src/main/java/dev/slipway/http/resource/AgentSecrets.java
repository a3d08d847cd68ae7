package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.Settings;
import dev.slipway.loop.door.SealedSecrets;
import dev.slipway.loop.door.SealedSecrets.Said;
import dev.slipway.loop.door.SealedSecrets.Told;
import dev.slipway.loop.door.SealedSecrets.Version;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.SecretName;
import dev.slipway.wire.agent.HandedKey;
import dev.slipway.wire.agent.SealedSecret;
import dev.slipway.wire.agent.SecretsRequest;
import dev.slipway.wire.agent.SecretsResponse;
import dev.slipway.wire.agent.WrappedKey;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Where agents get what is sealed for their environment, and pass its key on. */
public final class AgentSecrets {

  private static final int WRAPPED_MAX = 1000;
  private static final int WRAPPED_LENGTH_MAX = 1024;
  private static final int WANTED_MAX = 1000;

  private final Doors doors;
  private final Settings settings;

  public AgentSecrets(Doors doors, Settings settings) {
    this.doors = doors;
    this.settings = settings;
  }

  public Answer exchange(Call call) {
    SecretsRequest asked = call.json(SecretsRequest.class);
    if (asked.wrapped().size() > WRAPPED_MAX
        || asked.wanted().size() > WANTED_MAX
        || asked.wrapped().stream().anyMatch(one -> one.wrapped().length() > WRAPPED_LENGTH_MAX)) {
      throw Refusal.badRequest("invalid-secrets", "The message holds more than it may.");
    }
    Said said = Applications.valid(() -> said(asked));
    return new Answer.Later(
        doors
            .sealed()
            .exchange(call.agent(), said)
            .thenApplyAsync(told -> Answer.ok(response(told)), doors.answering()));
  }

  private static Said said(SecretsRequest asked) {
    return new Said(
        asked.holds().map(EnvironmentKey::new),
        asked.offers().map(EnvironmentKey::new),
        asked.wrapped().stream()
            .collect(
                Collectors.toMap(
                    one -> new ActorId(one.agent()), WrappedKey::wrapped, (one, _) -> one)),
        asked.wanted().stream()
            .map(one -> new Version(new SecretName(one.secret()), one.version()))
            .toList());
  }

  private SecretsResponse response(Told told) {
    return new SecretsResponse(
        told.key().map(EnvironmentKey::base64),
        told.handed().map(this::handed),
        told.newcomers().stream().map(settings.certify()).toList(),
        told.sealed().entrySet().stream().map(AgentSecrets::sealed).toList());
  }

  private HandedKey handed(SealedSecrets.Handed handed) {
    return new HandedKey(settings.certify().apply(handed.from()), handed.wrapped());
  }

  private static SealedSecret sealed(Map.Entry<Version, Bytes> one) {
    return new SealedSecret(
        one.getKey().secret().value(),
        one.getKey().number(),
        Base64.getEncoder().encodeToString(one.getValue().toArray()));
  }
}
