package dev.slipway.simulator;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What befalls the town, for a while; and then it is calm, and everything has time to come to its
 * end. It is over when nothing moves any more; what moves for ever is stopped, and told.
 */
final class Weather {

  private static final Duration LOOK = Duration.ofSeconds(30);

  /** Longer than any silence after which something still comes by itself. */
  private static final Duration QUIET = Duration.ofMinutes(7);

  private static final Duration REST_MAX = Duration.ofMinutes(40);
  private static final Duration CALM_MAX = Duration.ofMinutes(100);

  private final Town town;
  private final Runnable atRest;
  private final Kernel kernel;
  private final List<Moment> moments;
  private final Map<String, Happening> happenings;
  private final List<Moment> happened = new ArrayList<>();
  private Position last = Position.START;
  private Instant movedAt;
  private Instant end = Instant.MAX;
  private boolean over;

  /**
   * The weather of a setting.
   *
   * @param atRest is called once what broke is mended and nothing moves any more
   */
  Weather(Town town, Setting setting, Runnable atRest) {
    this.town = town;
    this.atRest = atRest;
    this.kernel = town.kernel;
    List<Happening> all = town.folk.stream().flatMap(folk -> folk.happenings().stream()).toList();
    happenings = all.stream().collect(Collectors.toMap(Happening::name, Function.identity()));
    moments =
        Forecast.of(setting, all).stream()
            .filter(moment -> setting.only().stream().allMatch(it -> it.contains(moment.number())))
            .toList();
    movedAt = kernel.instant();
  }

  boolean isOver() {
    return over;
  }

  /** What came, up to now. */
  List<Moment> happened() {
    return List.copyOf(happened);
  }

  void begin() {
    moments.forEach(moment -> kernel.after(Life.OUTSIDE, moment.after(), () -> happen(moment)));
    Duration last = moments.isEmpty() ? Duration.ZERO : moments.getLast().after();
    kernel.after(Life.OUTSIDE, last.plus(LOOK), this::calm);
  }

  private void happen(Moment moment) {
    town.trace.add(() -> "* " + moment);
    happened.add(moment);
    kernel.drawing(
        moment.draws(),
        Optional.ofNullable(happenings.get(moment.happening())).orElseThrow().what());
  }

  private void calm() {
    town.trace.add("the weather is calm");
    town.network.calm();
    town.server.site().doorstep().calm();
    end = kernel.instant().plus(REST_MAX);
    mend();
  }

  /** What broke is mended, and nobody helps what is stuck: it has to say that it is. */
  private void mend() {
    town.folk.forEach(Townsfolk::mend);
    if (isQuiet(false)) {
      town.trace.add("everything rests");
      atRest.run();
      help();
    } else if (kernel.instant().isBefore(end)) {
      kernel.after(Life.OUTSIDE, LOOK, this::mend);
    } else {
      help();
    }
  }

  private void help() {
    end = kernel.instant().plus(CALM_MAX);
    movedAt = kernel.instant();
    look();
  }

  private void look() {
    town.folk.forEach(Townsfolk::relent);
    over = isQuiet(true) || !kernel.instant().isBefore(end);
    kernel.after(Life.OUTSIDE, LOOK, this::look);
  }

  /** Whether nothing has moved for long. */
  private boolean isQuiet(boolean isAllToEnd) {
    if (!last.equals(town.server.head()) || (isAllToEnd && isSomethingOnItsWay())) {
      last = town.server.head();
      movedAt = kernel.instant();
    }
    return !kernel.instant().isBefore(movedAt.plus(QUIET));
  }

  private boolean isSomethingOnItsWay() {
    return town.server
        .world()
        .filter(world ->
            world.unsettled().isEmpty()
                && world.deliveries().placements().values().stream().noneMatch(Weather::isBusy))
        .isEmpty();
  }

  private static boolean isBusy(PlacementState at) {
    return at.active().isPresent() || !at.queue().isEmpty();
  }
}
