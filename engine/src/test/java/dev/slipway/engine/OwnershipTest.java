package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Right;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner writes what was given to it, for whoever belongs to its group. */
class OwnershipTest {

  private static final ActorId BOB = new ActorId("bob");

  private final Given given = PushTest.shopAdded();

  @BeforeEach
  void declare() {
    given.when(new Command.IssueToken(ALICE, Role.VIEWER, new Scope.Everything()));
    given.when(new Command.IssueToken(BOB, Role.OWNER, new Scope.Everything()));
    given.when(new Command.AddMember(new GroupName("finance-people"), ALICE));
    owner("finance", right("shop,billing-*", "production", "replicas,limits.*"));
  }

  private void owner(String name, Right... may) {
    OwnerDefinition owner =
        new OwnerDefinition(
            new OwnerName(name), new GroupName(name + "-people"), Arrays.asList(may));
    given.when(new Command.Apply(List.of(new Document.OfOwner(owner, digest(owner.toString())))));
  }

  private static Right right(String applications, String environments, String keys) {
    return new Right(
        Right.Kind.OVERLAY, patterns(applications), patterns(environments), patterns(keys));
  }

  private static List<String> patterns(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  private static Command overlay(
      String owner, String applications, String environments, String key) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            new OverlayName("caps"),
            new OwnerName(owner),
            new Reach(patterns(applications), patterns(environments), List.of(), new TreeMap<>()),
            List.of(new Setting(new SettingName(key), new SettingValue.Amount(3), 4)),
            List.of(),
            List.of());
    return new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay.toString()))));
  }

  @ParameterizedTest
  @CsvSource({
    "shop,         production, replicas,      true",
    "billing-eu,   production, limits.memory, true",
    "billing-*,    production, replicas,      true",
    "'shop,other', production, replicas,      false",
    "'',           production, replicas,      false",
    "'*',          production, replicas,      false",
    "'billing-e*', production, replicas,      false",
    "shop,         '',         replicas,      false",
    "shop,         staging,    replicas,      false",
    "shop,         production, timeout,       false",
  })
  void what_was_given_is_what_may_be_written(
      String applications, String environments, String key, boolean allowed) {
    Then then = given.when(ALICE, overlay("finance", applications, environments, key));

    if (allowed) {
      assertThat(then.all(OverlayDeclared.class)).hasSize(1);
    } else {
      then.refusedBecause("not-allowed");
    }
  }

  @Test
  void who_does_not_belong_to_the_group_is_refused_whatever_the_role() {
    Then then = given.when(BOB, overlay("finance", "shop", "production", "replicas"));

    then.refusedBecause("not-allowed");
    assertThat(then.settlement().because().sentence())
        .isEqualTo(
            "overlay/caps belongs to finance, and only members of finance-people may write it.");
  }

  @Test
  void nobody_takes_over_an_overlay_by_naming_another_owner() {
    given.when(overlay("finance", "shop", "production", "replicas"));
    owner("product", right("", "", ""));
    given.when(new Command.AddMember(new GroupName("product-people"), BOB));

    given
        .when(BOB, overlay("product", "shop", "production", "replicas"))
        .refusedBecause("not-allowed");
  }

  @Test
  void who_leaves_the_group_may_no_longer() {
    given.when(new Command.RemoveMember(new GroupName("finance-people"), ALICE));

    given
        .when(ALICE, overlay("finance", "shop", "production", "replicas"))
        .refusedBecause("not-allowed");
  }

  private static Command policy(String owner, String environments) {
    PolicyDefinition policy =
        new PolicyDefinition(
            new PolicyName("two"),
            new OwnerName(owner),
            new Reach(List.of("shop"), patterns(environments), List.of(), new TreeMap<>()),
            List.of(new PolicyRule("service.replicas < 50", Optional.empty(), "Too many.", 4)));
    return new Command.Apply(List.of(new Document.OfPolicy(policy, digest(policy.toString()))));
  }

  @Test
  void policies_are_given_for_themselves() {
    Then then = given.when(ALICE, policy("finance", "production"));
    then.refusedBecause("not-allowed");
    assertThat(then.settlement().because().sentence()).isEqualTo("finance may write no policies.");

    owner(
        "finance", new Right(Right.Kind.POLICY, List.of("shop"), List.of("production"), List.of()));

    given.when(ALICE, policy("finance", "")).refusedBecause("not-allowed");
    given.when(BOB, policy("finance", "production")).refusedBecause("not-allowed");
    given.when(ALICE, policy("finance", "production")).one(PolicyDeclared.class);
    given
        .when(ALICE, overlay("finance", "shop", "production", "replicas"))
        .refusedBecause("not-allowed");
  }

  @Test
  void an_owner_may_be_given_the_documents_of_applications() {
    Command shop = Fixtures.apply(Fixtures.shop(Fixtures.web("bin/other")));
    given.when(ALICE, shop).refusedBecause("not-allowed");

    owner("finance", new Right(Right.Kind.APPLICATION, List.of("shop"), List.of(), List.of()));

    given.when(ALICE, shop).refusedBecause("defined-by-repository");
  }
}
