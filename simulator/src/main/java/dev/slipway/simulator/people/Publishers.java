package dev.slipway.simulator.people;

import dev.slipway.model.Bytes;
import dev.slipway.model.event.Event;
import dev.slipway.simulator.ImageHost;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Program;
import dev.slipway.simulator.Town;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Those who publish images that applications follow, and now and then go back to an earlier one;
 * their registry tells once, twice, late or never.
 */
final class Publishers {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration LATE = Duration.ofMinutes(3);

  private final Town town;
  private final Kernel kernel;
  private final Map<Program, Integer> images = new HashMap<>();
  private int told;

  Publishers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  /** Some time after a commit its image may be there. */
  void publish(Program program) {
    if (town.source.images().isFollowed() && kernel.chance(60)) {
      kernel.within(Life.OUTSIDE, SOON, () -> push(program));
    }
  }

  private void push(Program program) {
    int newest = images.merge(program, 1, Integer::sum);
    int number = kernel.chance(15) ? 1 + kernel.random().nextInt(newest) : newest;
    town.source.images().push(program, number);
    town.trace.add(program.name() + " has image " + number);
    if (kernel.chance(60)) {
      hint(program);
    }
    if (kernel.chance(20)) {
      hint(program);
    }
    if (kernel.chance(20)) {
      kernel.within(Life.OUTSIDE, LATE, () -> hint(program));
    }
  }

  private void hint(Program program) {
    told++;
    String key = "notification-" + told;
    town.hooks.send(
        key, Bytes.ofUtf8(key), new Event.ImagesHinted(List.of(ImageHost.repository(program))));
  }
}
