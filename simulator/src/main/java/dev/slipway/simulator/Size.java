package dev.slipway.simulator;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How large a town is. Most are small, for most mistakes show there and a small one is quick.
 *
 * @param programs how many applications there are
 * @param places the environments on everybody's route
 * @param replicas how many processes the server consists of
 * @param sites the targets that may join a group in the course of time, each with an environment of
 *     its own; most towns have none
 */
public record Size(int programs, List<Place> places, int replicas, List<TargetId> sites) {

  /** The group that stands at the end of everybody's route where there are sites. */
  public static final EnvironmentName EDGE = new EnvironmentName("edge");

  /** One application, two environments, two targets. */
  public static final Size SMALL =
      new Size(1, List.of(place("staging", 1), place("production", 1)), 1);

  /** One application, three environments, five targets. */
  public static final Size MIDDLE =
      new Size(1, List.of(place("staging", 1), place("acceptance", 2), place("production", 2)), 1);

  /** Two applications, three environments, eight targets. */
  public static final Size LARGE =
      new Size(2, List.of(place("staging", 2), place("acceptance", 2), place("production", 4)), 1);

  private static final int REPLICAS_MAX = 3;
  private static final int SMALL_PERCENT = 60;
  private static final int LARGE_PERCENT = 10;
  private static final int SITES_PERCENT = 30;

  /** The first target is the one that an environment has when nobody declares it. */
  private static final String IMPLIED = "local";

  public Size {
    places = List.copyOf(places);
    sites = List.copyOf(sites);
  }

  private Size(int programs, List<Place> places, int replicas) {
    this(programs, places, replicas, List.of());
  }

  /** An environment, and its targets. */
  public record Place(EnvironmentName environment, List<TargetId> targets) {
    public Place {
      targets = List.copyOf(targets);
    }
  }

  static Size drawn(RandomGenerator random) {
    int lot = random.nextInt(100);
    if (lot < SMALL_PERCENT) {
      return SMALL;
    }
    return lot < 100 - LARGE_PERCENT ? MIDDLE : LARGE;
  }

  /** The same with so many processes. */
  public Size served(int processes) {
    return new Size(programs, places, processes, sites);
  }

  /** The same with so many sites. */
  public Size reaching(int count) {
    return new Size(
        programs,
        places,
        replicas,
        IntStream.rangeClosed(1, count).mapToObj(number -> site("site-" + number)).toList());
  }

  private static TargetId site(String name) {
    return new TargetId(new EnvironmentName(EDGE + "-" + name), new TargetName(name));
  }

  /** Nearly a third of all towns has two or three. */
  static int sites(RandomGenerator random) {
    return random.nextInt(100) < SITES_PERCENT ? 2 + random.nextInt(2) : 0;
  }

  /** Half of all towns have one, and the others two or three. */
  static int replicas(RandomGenerator random) {
    return Math.max(1, random.nextInt(REPLICAS_MAX + 1));
  }

  public List<EnvironmentName> environments() {
    return places.stream().map(Place::environment).toList();
  }

  /** What stands on everybody's route. */
  List<EnvironmentName> route() {
    return sites.isEmpty()
        ? environments()
        : Stream.concat(environments().stream(), Stream.of(EDGE)).toList();
  }

  /** Those that are there from the first day on. */
  List<TargetId> targets() {
    return places.stream().flatMap(place -> place.targets().stream()).toList();
  }

  private static Place place(String name, int targets) {
    EnvironmentName environment = new EnvironmentName(name);
    return new Place(
        environment,
        Stream.concat(
                Stream.of(IMPLIED),
                IntStream.rangeClosed(2, targets).mapToObj(number -> "host-" + number))
            .map(target -> new TargetId(environment, new TargetName(target)))
            .toList());
  }
}
