package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.TriggerDefinition.On;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.state.Shipment;
import dev.slipway.simulator.ImageHost;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 65: what is written of an image as followed was so at its registry, and is another one than
 * before; a trigger ships each move once, with the image that moved; and what is known in the end
 * is what the registry has, however many notifications were lost.
 */
final class ImagesFollowed implements Law {

  private final Set<ImageHost.Said> said = new HashSet<>();
  private final Map<ImageSource, Digest> there = new HashMap<>();
  private final Map<Followed, Digest> moved = new HashMap<>();
  private final Set<Fired> fired = new HashSet<>();

  private record Followed(ApplicationName application, ImageSource source) {}

  private record Fired(ApplicationName application, TriggerName trigger) {}

  @Override
  public String name() {
    return "law-65";
  }

  @Override
  public List<String> after(World world, ImageHost.Said told) {
    said.add(told);
    there.put(told.source(), told.digest());
    return List.of();
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ImageMoved e -> moved(e);
      case ShipmentMade e -> shipped(e.shipment());
      case ApplicationRemoved e -> {
        moved.keySet().removeIf(one -> one.application().equals(e.application()));
        yield List.of();
      }
      case Entry _ -> List.of();
    };
  }

  private List<String> moved(ImageMoved entry) {
    fired.removeIf(one -> one.application().equals(entry.application()));
    Followed followed = new Followed(entry.application(), entry.source());
    if (!said.contains(new ImageHost.Said(entry.source(), entry.digest()))) {
      return List.of("%s was never %s".formatted(entry.source(), entry.digest()));
    }
    return entry.digest().equals(moved.put(followed, entry.digest()))
        ? List.of("%s moved to where it was, %s".formatted(followed, entry.digest()))
        : List.of();
  }

  private List<String> shipped(Shipment shipment) {
    if (!(shipment.madeBy() instanceof Shipment.MadeBy.Trigger(TriggerName trigger))
        || !listensToImages(shipment, trigger)) {
      return List.of();
    }
    if (!fired.add(new Fired(shipment.application(), trigger))) {
      return List.of("%s shipped one move twice".formatted(trigger));
    }
    return moved.entrySet().stream()
        .filter(one -> one.getKey().application().equals(shipment.application()))
        .filter(one ->
            shipment.parameters().values().stream()
                .noneMatch(value -> value.endsWith("@" + one.getValue())))
        .map(one -> "%s does not bring %s".formatted(shipment.id(), one.getValue()))
        .toList();
  }

  private static boolean listensToImages(Shipment shipment, TriggerName name) {
    return shipment.definition().triggers().stream()
        .filter(trigger -> trigger.name().equals(name))
        .map(TriggerDefinition::on)
        .anyMatch(On.Image.class::isInstance);
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    return moved.keySet().stream()
        .filter(one -> ending.world().declared().application(one.application()).isPresent())
        .filter(one -> !Optional.ofNullable(there.get(one.source())).equals(known(ending, one)))
        .map(one ->
            "%s is %s, and is believed to be %s"
                .formatted(one, there.get(one.source()), known(ending, one)))
        .toList();
  }

  private static Optional<Digest> known(Ending ending, Followed one) {
    return ending.world().images().of(one.application(), one.source()).map(state -> state.digest());
  }
}
