package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.SHOP;

import dev.slipway.model.ActorId;
import dev.slipway.model.RefName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;
import dev.slipway.model.trust.Issuer;
import dev.slipway.model.trust.Trust;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs of CI systems that are let in. */
final class TrustSamples {

  private static final ActorId TRUST = new ActorId("a-0123456789abcdef");
  private static final ActorId RUN = new ActorId("run-0123456789abcdef0123456789abcdef");
  private static final RefName MAIN = RefName.ofBranch("main");

  private static final Trust TERMS =
      new Trust(
          Trust.Kind.GITHUB,
          Issuer.GITHUB,
          "slipway:a-0123456789abcdef",
          "1296269",
          List.of("refs/heads/main", "refs/tags/v*"),
          Trust.Kind.GITHUB.usualEvents(),
          Optional.of("production"),
          Optional.of(".github/workflows/ship.yml"),
          Role.DEPLOYER,
          new Scope.OfApplication(SHOP),
          Trust.LASTS_USUALLY);

  static final List<Entry> ENTRIES =
      List.of(
          new TrustGiven(TRUST, TERMS),
          new TrustWithdrawn(TRUST),
          new TokenExchanged(
              RUN,
              TRUST,
              Role.DEPLOYER,
              new Scope.OfApplication(SHOP),
              NOON.plusSeconds(900),
              NOON.plusSeconds(960),
              MAIN,
              "123"));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "trust-given-gitlab",
          new TrustGiven(
              TRUST,
              new Trust(
                  Trust.Kind.GITLAB,
                  Issuer.GITLAB,
                  "https://slipway.example",
                  "42",
                  List.of("refs/heads/main"),
                  List.of("push"),
                  Optional.empty(),
                  Optional.empty(),
                  Role.REPORTER,
                  new Scope.Everything(),
                  Trust.LASTS_MAX)),
          "command-received-give-trust",
          wished(new TrustWish.Give(TRUST, TERMS)),
          "command-received-withdraw-trust",
          wished(new TrustWish.Withdraw(TRUST)),
          "command-received-exchange",
          wished(
              new TrustWish.Exchange(
                  TRUST, RUN, NOON.plusSeconds(900), NOON.plusSeconds(960), MAIN, "123")));

  private TrustSamples() {}

  private static Entry wished(TrustWish wish) {
    return new CommandReceived(ALICE, "key 1", new Command.Trusts(wish));
  }
}
