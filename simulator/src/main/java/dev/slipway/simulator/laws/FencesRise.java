package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import dev.slipway.simulator.Machine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Law 9: whoever was stopped, cut off or restored and wakes up makes no machine do what an order of
 * a lower fence asks for than one that it did before.
 */
final class FencesRise implements Law {

  private final Map<Slot, Fence> highest = new HashMap<>();

  @Override
  public String name() {
    return "law-09";
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    return switch (done) {
      case Machine.Done.Began it -> rises(it.effect().slot(), it.effect().fence());
      case Machine.Done.Kept it -> rises(it.slot(), it.fence());
      case Machine.Done.Ended _ -> List.of();
    };
  }

  private List<String> rises(Slot slot, Fence fence) {
    Optional<Fence> before = Optional.ofNullable(highest.get(slot));
    if (before.filter(known -> known.compareTo(fence) > 0).isPresent()) {
      return List.of("%s did what %s asks for after %s".formatted(slot, fence, before));
    }
    highest.put(slot, fence);
    return List.of();
  }
}
