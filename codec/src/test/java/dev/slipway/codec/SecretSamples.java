package dev.slipway.codec;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.JobName;
import dev.slipway.model.SecretName;
import dev.slipway.model.SecretPath;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.SecretWish;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import dev.slipway.model.layer.ServicePart;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came with references to secrets. */
final class SecretSamples {

  private static final EnvironmentKey KEY =
      new EnvironmentKey("hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo=");
  private static final ActorId AGENT = new ActorId("agent-1");

  private static final SecretReference FILE =
      new SecretReference.File(new SecretName("db-password"), Optional.of(3));

  private static final SortedMap<String, SecretReference> SECRETS =
      new TreeMap<>(
          Map.of(
              "DATABASE_PASSWORD",
              FILE,
              "API_KEY",
              new SecretReference.Variable("SHOP_API_KEY"),
              "SIGNING_KEY",
              new SecretReference.Program(
                  new SecretName("pass"), new SecretPath("shop/signing"), Optional.empty())));

  private static final ApplicationDefinition DEFINITION =
      new ApplicationDefinition(
              Samples.SHOP,
              Samples.DEFINITION.repository(),
              List.of(Samples.DEFINITION.services().getFirst().with(Optional.of(SECRETS))),
              List.of(Samples.STAGING),
              List.of(),
              Optional.empty())
          .running(
              Optional.of(
                  List.of(
                      new JobDefinition(
                              new JobName("migrate"),
                              JobTime.BEFORE,
                              new Workload.Command(List.of(new Template("./migrate")), false),
                              new Template("1"),
                              false,
                              new TreeMap<>(),
                              Timeouts.STANDARD)
                          .with(Optional.of(SECRETS)))))
          .saying(
              Optional.of(
                  List.of(
                      new ServicePart(
                          Samples.STAGING,
                          Samples.WEB,
                          List.of(
                              new Setting(
                                  SettingName.secret("DATABASE_PASSWORD"),
                                  new SettingValue.Secret(FILE),
                                  12))))));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "application-defined-secrets",
          new ApplicationDefined(
              DEFINITION, new Origin.Implied(), Optional.empty(), "slipway.yaml"),
          "delivery-made-secrets",
          new DeliveryMade(delivery(SECRETS)),
          "delivery-made-vault",
          new DeliveryMade(
              delivery(
                  new TreeMap<>(
                      Map.of(
                          "DATABASE_PASSWORD",
                          new SecretReference.Vault(
                              new SecretPath("shop/database"), "password", Optional.of(4)))))),
          "delivery-made-sealed",
          new DeliveryMade(
              delivery(
                  new TreeMap<>(
                      Map.of(
                          "DATABASE_PASSWORD",
                          new SecretReference.Sealed(new SecretName("db-password"), 3))))),
          "command-received-offer-key",
          wished(new SecretWish.OfferKey(Samples.STAGING, KEY, AGENT)),
          "command-received-seal-secret",
          wished(
              new SecretWish.Seal(
                  Samples.STAGING, new SecretName("db-password"), 3, KEY, Samples.DIGEST)),
          "command-received-end-key",
          wished(new SecretWish.EndKey(Samples.STAGING)),
          "command-received-remove-secret",
          wished(new SecretWish.Remove(Samples.STAGING, new SecretName("db-password"), 3)));

  static final List<Entry> ENTRIES =
      List.of(
          new EnvironmentKeyMade(Samples.STAGING, KEY, AGENT),
          new EnvironmentKeyEnded(Samples.STAGING, KEY, Samples.ALICE),
          new SecretSealed(
              Samples.STAGING,
              new SecretName("db-password"),
              3,
              KEY,
              Samples.DIGEST,
              Samples.ALICE),
          new SecretRemoved(Samples.STAGING, new SecretName("db-password"), 3, Samples.ALICE));

  private SecretSamples() {}

  private static Entry wished(SecretWish wish) {
    return new CommandReceived(Samples.ALICE, "key 1", new Command.Secrets(wish));
  }

  private static Delivery delivery(SortedMap<String, SecretReference> secrets) {
    DesiredService service = Samples.STATE.services().getFirst();
    DesiredRelease desired = service.releases().getFirst();
    Release bare = desired.release();
    Release release =
        new Release(
            bare.service(),
            bare.artifact(),
            bare.workload(),
            bare.health(),
            bare.variables(),
            bare.timeouts(),
            bare.limits(),
            Optional.of(secrets));
    return new Delivery(
        Samples.DELIVERY,
        Samples.SHIPMENT,
        Samples.CHANGE,
        Optional.empty(),
        new DesiredState(
            List.of(
                service.holding(
                    List.of(
                        new DesiredRelease(
                            release, desired.weight(), desired.replicas(), desired.part()))))),
        Samples.DIGEST);
  }
}
