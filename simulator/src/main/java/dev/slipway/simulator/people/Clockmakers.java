package dev.slipway.simulator.people;

import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;

/** Those who set the clock of a server, and set it right again after a while. */
public final class Clockmakers implements Townsfolk {

  private static final List<Duration> WRONG =
      List.of(
          Duration.ofSeconds(-1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(-5),
          Duration.ofHours(1),
          Duration.ofHours(-1));

  private static final Duration NOTICED = Duration.ofMinutes(3);

  private final Town town;
  private final Kernel kernel;

  public Clockmakers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(new Happening("clock-jump", 1, this::jump));
  }

  @Override
  public void mend() {
    town.server.replicas().forEach(replica -> replica.clock().set(Duration.ZERO));
    town.trace.add("server: its clocks are right again");
  }

  private void jump() {
    Duration wrong = WRONG.get(kernel.random().nextInt(WRONG.size()));
    town.server.anyReplica().clock().set(wrong);
    town.trace.add("server: its clock is wrong by " + wrong);
    kernel.within(Life.OUTSIDE, NOTICED, this::mend);
  }
}
