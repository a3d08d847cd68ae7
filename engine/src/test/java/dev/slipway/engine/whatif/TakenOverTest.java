package dev.slipway.engine.whatif;

import static dev.slipway.engine.Fixtures.digest;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.GroupName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.SecretName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.command.SecretWish;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Right;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is declared within a span is there in its replay, as it was declared. */
class TakenOverTest {

  private static final OwnerName PLATFORM = new OwnerName("platform");
  private static final GroupName PEOPLE = new GroupName("platform-people");
  private static final ResourceName SCHEMA = new ResourceName("orders-schema");
  private static final EnvironmentKey KEY = new EnvironmentKey("A".repeat(43) + "=");
  private static final ActorId GUEST = new ActorId("guest");
  private static final ActorId DORA = new ActorId("dora");

  private final Given given = Spans.shop();

  private void apply(Document document) {
    given.when(new Command.Apply(List.of(document)));
  }

  private static Document owner() {
    OwnerDefinition owner =
        new OwnerDefinition(
            PLATFORM,
            PEOPLE,
            List.of(new Right(Right.Kind.OVERLAY, List.of(), List.of(), List.of())));
    return new Document.OfOwner(owner, digest("owner"));
  }

  private static Document overlay(String level) {
    OverlayDefinition overlay =
        new OverlayDefinition(
            new OverlayName("levels"),
            PLATFORM,
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(),
            List.of(new Setting(SettingName.variable("LEVEL"), new SettingValue.Wording(level), 4)),
            List.of());
    return new Document.OfOverlay(overlay, digest(level));
  }

  private void secrets(SecretWish wish) {
    given.when(new Command.Secrets(wish));
  }

  /** Everything that people can declare, in the order in which it needs itself. */
  private void declareAll() {
    apply(owner());
    given.when(new Command.AddMember(PEOPLE, DORA));
    apply(overlay("info"));
    apply(overlay("debug"));
    apply(
        new Document.OfResource(
            new ResourceDefinition(SCHEMA, PEOPLE, Optional.empty()), digest("schema")));
    given.when(
        new Command.TellResource(
            SCHEMA, Optional.of(environment("staging")), new ResourceVersion("2")));
    given.when(Fixtures.apply(Fixtures.declared("qa", true)));
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    given.when(Fixtures.apply(target("staging", "second")));
    given.when(new Command.IssueToken(GUEST, Role.VIEWER, new Scope.Everything()));
    given.when(new Command.IssueToken(DORA, Role.DEPLOYER, new Scope.Everything()));
    given.when(new Command.RevokeToken(GUEST));
    secrets(new SecretWish.OfferKey(environment("staging"), KEY, new ActorId("agent")));
    SecretName token = new SecretName("partner-token");
    secrets(new SecretWish.Seal(environment("staging"), token, 1, KEY, digest("v1")));
    secrets(new SecretWish.Seal(environment("staging"), token, 2, KEY, digest("v2")));
    secrets(new SecretWish.Remove(environment("staging"), token, 1));
  }

  private World replayed(Document... supposed) {
    Span span = Spans.since(given, Fixtures.NOON);
    return Spans.run(span, new Supposition(List.of(supposed))).rehearsal().world();
  }

  @Test
  void with_nothing_supposed_all_of_it_is_as_it_was() {
    declareAll();
    World world = replayed();
    assertThat(world.declared()).isEqualTo(given.world().declared());
    assertThat(world.groups()).isEqualTo(given.world().groups());
    assertThat(world.actors()).isEqualTo(given.world().actors());
    assertThat(world.heads()).isEqualTo(given.world().heads());
  }

  @Test
  void what_is_supposed_stands_in_for_what_was_declared_and_for_nothing_else() {
    declareAll();
    EnvironmentDefinition said = Fixtures.protectedPlace("staging");
    World world = replayed(new Document.OfEnvironment(said, digest("staging")));
    assertThat(world.declared().environment(environment("staging")).orElseThrow().definition())
        .isEqualTo(said);
    assertThat(world.declared().environment(environment("qa")))
        .isEqualTo(given.world().declared().environment(environment("qa")));
    assertThat(world.declared().overlays()).isEqualTo(given.world().declared().overlays());
  }

  @Test
  void a_supposed_overlay_is_the_only_one_that_there_ever_was() {
    declareAll();
    World world = replayed(overlay("warn"));
    assertThat(world.declared().overlay(new OverlayName("levels")).orElseThrow().current().number())
        .isEqualTo(1);
  }

  @Test
  void an_application_that_comes_in_is_what_it_is_supposed_to_be_where_it_came_from() {
    ApplicationDefinition said = Fixtures.shop(Fixtures.web("bin/web", "supposed"));
    World world = replayed(new Document.OfApplication(said, digest("shop")));
    ApplicationState really = given.world().declared().application(Fixtures.SHOP).orElseThrow();
    ApplicationState there = world.declared().application(Fixtures.SHOP).orElseThrow();
    assertThat(there.definition()).isEqualTo(said);
    assertThat(there.branch()).isEqualTo(really.branch());
    assertThat(there.path()).isEqualTo(really.path());
    assertThat(there.origin()).isEqualTo(really.origin());
  }

  @Test
  void a_resource_that_is_supposed_belongs_to_whom_it_is_supposed_to() {
    declareAll();
    ResourceDefinition said =
        new ResourceDefinition(SCHEMA, new GroupName("others"), Optional.empty());
    World world = replayed(new Document.OfResource(said, digest("other")));
    assertThat(world.declared().resource(SCHEMA).orElseThrow().definition()).isEqualTo(said);
  }
}
