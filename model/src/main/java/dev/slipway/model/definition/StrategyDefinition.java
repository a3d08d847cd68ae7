package dev.slipway.model.definition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service is taken from one release to the next. */
public sealed interface StrategyDefinition {

  /** How many steps a canary or a custom strategy may have. */
  int STAGES_MAX = 20;

  /** How long an instance may take to end what it has, unless somebody says otherwise. */
  Duration DRAIN = Duration.ofSeconds(30);

  /** Its name in documents. */
  default String word() {
    return switch (this) {
      case Recreate _ -> "recreate";
      case Rolling _ -> "rolling";
      case BlueGreen _ -> "blue-green";
      case Canary _ -> "canary";
      case Highlander _ -> "highlander";
      case InPlace _ -> "in-place";
      case Custom _ -> "custom";
    };
  }

  /**
   * How a process is replaced where nobody says so: without a gap if it can be found healthy.
   *
   * @param healthy whether it has a health check
   */
  static StrategyDefinition standard(boolean healthy) {
    return healthy ? new Rolling(DRAIN) : new Recreate();
  }

  /** What ran before stops, then what is new starts; in between the service is not there. */
  record Recreate() implements StrategyDefinition {}

  /**
   * So many instances after the other are replaced, and one target after the other: that many more
   * than wanted may run meanwhile, never one less.
   *
   * @param drain how long an instance that gets nothing new may take to end what it has
   * @param batch how many instances at a time; absent for one
   */
  record Rolling(Duration drain, Optional<Portion> batch) implements StrategyDefinition {
    /** One after the other. */
    public Rolling(Duration drain) {
      this(drain, Optional.empty());
    }
  }

  /**
   * All that is new starts beside what is old and gets no traffic until every instance is healthy;
   * then all traffic is switched at once.
   *
   * @param drain how long what is old may take to end what it has
   * @param standby whether what is old runs on without traffic until the next delivery, so that
   *     going back is a switch
   */
  record BlueGreen(Duration drain, boolean standby) implements StrategyDefinition {}

  /**
   * What is new gets a growing share of the traffic, with as many instances as that takes.
   *
   * @param steps their weights grow, and the last is 100
   */
  record Canary(Duration drain, List<Stage> steps) implements StrategyDefinition {
    public Canary {
      steps = List.copyOf(steps);
    }
  }

  /** There is one: as soon as all that is new is healthy, it has all traffic and the rest goes. */
  record Highlander(Duration drain) implements StrategyDefinition {}

  /**
   * What runs at a target is stopped and what is new is started there, as with {@link Recreate}; a
   * few targets may fail.
   *
   * @param failures how many targets may fail without stopping the others
   */
  record InPlace(int failures) implements StrategyDefinition {}

  /**
   * The steps that somebody wrote, and after them the wanted state.
   *
   * @param steps complete states, each told by weights and instances
   */
  record Custom(Duration drain, List<Stage> steps) implements StrategyDefinition {
    public Custom {
      steps = List.copyOf(steps);
    }
  }

  /** How long an instance that gets nothing new may take to end what it has. */
  default Duration patience() {
    return switch (this) {
      case Recreate _, InPlace _ -> Duration.ZERO;
      case Rolling(Duration drain, Optional<Portion> _) -> drain;
      case BlueGreen(Duration drain, boolean _) -> drain;
      case Canary(Duration drain, List<Stage> _) -> drain;
      case Highlander(Duration drain) -> drain;
      case Custom(Duration drain, List<Stage> _) -> drain;
    };
  }

  /** Whether what ran before is stopped before what is new starts. */
  default boolean stopsFirst() {
    return switch (this) {
      case Recreate _, InPlace _ -> true;
      case Rolling _, BlueGreen _, Canary _, Highlander _, Custom _ -> false;
    };
  }
}
