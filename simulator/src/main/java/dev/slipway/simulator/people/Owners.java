package dev.slipway.simulator.people;

import dev.slipway.codec.Digests;
import dev.slipway.model.Digest;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Command;
import dev.slipway.model.layer.OverlayDefinition;
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

/** Those who have a say in services of others: they change their minds, and go back. */
public final class Owners implements Townsfolk {

  private static final OverlayName DEFAULTS = new OverlayName("defaults");
  private static final OverlayName REQUIREMENTS = new OverlayName("requirements");
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
        new Happening("overlay", 4, this::say), new Happening("overlay-revert", 1, this::goBack));
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
            List.of());
    town.clients.wish(
        new Command.Apply(List.of(new Command.Document.OfOverlay(overlay, digest(overlay)))));
  }

  private void goBack() {
    town.clients.wish(
        new Command.RevertOverlay(kernel.chance(50) ? REQUIREMENTS : DEFAULTS, Optional.empty()));
  }

  private static Digest digest(OverlayDefinition overlay) {
    return Digests.sha256(overlay.toString().getBytes(StandardCharsets.UTF_8));
  }
}
