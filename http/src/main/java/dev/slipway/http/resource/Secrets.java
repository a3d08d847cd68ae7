package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Sealed;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.SealedSecrets.Setting;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretValue;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.SecretRow;
import dev.slipway.wire.NextSecret;
import dev.slipway.wire.SealRequest;
import dev.slipway.wire.SecretPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

/** Secrets that are sealed to the key of an environment. What is sealed is shown to nobody. */
public final class Secrets {

  private final Doors doors;
  private final Wishes wishes;

  public Secrets(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  /** Those of an environment, each in its newest version. */
  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    EnvironmentName environment = environment(call, reading);
    return page(reading, of(reading, environment).where("newest", Optional.of("true")));
  }

  /** The versions of one, the newest first. */
  public Answer versions(Call call) {
    Reading reading = new Reading(doors, call);
    EnvironmentName environment = environment(call, reading);
    SecretName secret = call.path("secret", SecretName::new);
    if (!reading.exists(Tables.SECRETS, SecretRow.key(environment, secret, 1))) {
      throw Refusal.notFound();
    }
    return page(reading, of(reading, environment).where("secret", Optional.of(secret.value())));
  }

  private static Query of(Reading reading, EnvironmentName environment) {
    return reading.asked().where("environment", Optional.of(environment.value()));
  }

  private static Answer page(Reading reading, Query query) {
    Page<SecretRow> page = reading.list(Tables.SECRETS, query);
    Shown shown = reading.shown();
    return Answer.ok(
        new SecretPage(
            page.rows().stream().map(row -> Sealed.version(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  /** What the next version of one has to be sealed as. */
  public Answer next(Call call) {
    EnvironmentName environment = environment(call, new Reading(doors, call));
    SecretName secret = call.path("secret", SecretName::new);
    int version =
        doors
            .sealed()
            .next(call.organisation(), environment, secret)
            .orElseThrow(Refusal::notFound);
    return Answer.ok(
        new NextSecret(
            call.organisation().value(),
            environment.value(),
            secret.value(),
            version,
            doors.sealed().key(call.organisation(), environment).map(EnvironmentKey::base64)));
  }

  public Answer set(Call call) {
    EnvironmentName environment = environment(call, new Reading(doors, call));
    SecretName secret = call.path("secret", SecretName::new);
    SealRequest asked = call.json(SealRequest.class);
    EnvironmentKey key = Applications.valid(() -> new EnvironmentKey(asked.key()));
    Setting setting = new Setting(environment, secret, asked.version(), key);
    return wishes.carry(call, command(call, setting, asked.sealed()), 201);
  }

  private Command command(Call call, Setting setting, String base64) {
    try {
      byte[] sealed = Base64.getDecoder().decode(base64);
      if (sealed.length <= SecretValue.SEALED_LENGTH_MAX) {
        return doors.sealed().set(call.organisation(), call.actor(), setting, Bytes.of(sealed));
      }
    } catch (IllegalArgumentException notBase64) {
      // It is refused below, as what is too long is.
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    throw Refusal.badRequest(
        "invalid-sealed",
        "What is sealed is Base64, of at most %d bytes.".formatted(SecretValue.SEALED_LENGTH_MAX));
  }

  /** Has the next secret be sealed to another key. */
  public Answer endKey(Call call) {
    EnvironmentName environment = environment(call, new Reading(doors, call));
    return wishes.carry(call, new Command.Secrets(new SecretWish.EndKey(environment)), 200);
  }

  public Answer remove(Call call) {
    EnvironmentName environment = environment(call, new Reading(doors, call));
    SecretWish wish =
        new SecretWish.Remove(
            environment,
            call.path("secret", SecretName::new),
            call.path("version", Integer::parseInt));
    return wishes.carry(call, new Command.Secrets(wish), 200);
  }

  private static EnvironmentName environment(Call call, Reading reading) {
    EnvironmentName environment = call.path("environment", EnvironmentName::new);
    return reading.get(Tables.ENVIRONMENTS, environment.value()).definition().name();
  }
}
