package dev.slipway.simulator.people;

import dev.slipway.codec.Digests;
import dev.slipway.model.Digest;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.PolicyName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Those who have a say in services of others: they change their minds, and go back. What one of
 * them requires, another may say no to.
 */
public final class Owners implements Townsfolk {

  private static final OverlayName DEFAULTS = new OverlayName("defaults");
  private static final OverlayName REQUIREMENTS = new OverlayName("requirements");
  private static final PolicyName TASTES = new PolicyName("tastes");
  private static final String ANYTHING = "true";
  private static final int VALUES = 4;

  private final Town town;
  private final Kernel kernel;

  public Owners(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("overlay", 4, this::say),
        new Happening("overlay-revert", 1, this::goBack),
        new Happening("policy", 2, this::sayNo),
        new Happening("policy-revert", 1, this::sayAsBefore));
  }

  @Override
  public void relent() {
    boolean asks =
        town.server
            .world()
            .flatMap(world -> world.declared().policy(TASTES))
            .filter(
                known -> !known.current().definition().rules().getFirst().must().equals(ANYTHING))
            .isPresent();
    if (asks) {
      sayNo(ANYTHING);
    }
  }

  private void say() {
    boolean required = kernel.chance(50);
    Setting setting =
        new Setting(
            SettingName.variable(required ? "REQUIRED" : "DEFAULT"),
            new SettingValue.Wording("v" + kernel.random().nextInt(VALUES)),
            1);
    OverlayDefinition overlay =
        new OverlayDefinition(
            required ? REQUIREMENTS : DEFAULTS,
            new OwnerName("platform"),
            new Reach(
                List.of(),
                List.of(town.anyPlacement().environment().value()),
                List.of(),
                new TreeMap<>()),
            required ? List.of() : List.of(setting),
            required ? List.of(setting) : List.of(),
            List.of(),
            kernel.chance(30) ? Optional.of(Campaigners.pace(kernel)) : Optional.empty());
    town.clients.wish(new Command.Apply(List.of(new Document.OfOverlay(overlay, digest(overlay)))));
  }

  private void goBack() {
    town.clients.wish(
        new Command.RevertOverlay(kernel.chance(50) ? REQUIREMENTS : DEFAULTS, Optional.empty()));
  }

  /** One value that is required is not to be had any more, or all are. */
  private void sayNo() {
    sayNo(
        kernel.chance(30)
            ? ANYTHING
            : "!('REQUIRED' in service.variables) || service.variables.REQUIRED != 'v%d'"
                .formatted(kernel.random().nextInt(VALUES)));
  }

  private void sayNo(String must) {
    PolicyDefinition policy =
        new PolicyDefinition(
            TASTES,
            new OwnerName("platform"),
            new Reach(
                List.of(),
                List.of(town.anyPlacement().environment().value()),
                List.of(),
                new TreeMap<>()),
            List.of(new PolicyRule(must, Optional.empty(), "Not to our taste.", 1)));
    town.clients.wish(new Command.Apply(List.of(new Document.OfPolicy(policy, digest(policy)))));
  }

  private void sayAsBefore() {
    town.clients.wish(new Command.RevertPolicy(TASTES, Optional.empty()));
  }

  private static Digest digest(Owned document) {
    return Digests.sha256(document.toString().getBytes(StandardCharsets.UTF_8));
  }
}
