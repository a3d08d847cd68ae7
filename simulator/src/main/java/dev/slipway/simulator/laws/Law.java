package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.Recorded;
import dev.slipway.outlet.Telling;
import dev.slipway.simulator.CheckHost;
import dev.slipway.simulator.DeploymentHost;
import dev.slipway.simulator.ImageHost;
import dev.slipway.simulator.Machine;
import java.time.Instant;
import java.util.List;

/**
 * Something that must hold whatever happens. It is told of every entry and of everything that
 * machines do, and says what is against it. Laws keep books of their own and trust nobody else's.
 */
public interface Law {

  /** As in docs/laws.md, such as {@code law-13}. */
  String name();

  /**
   * After one more entry.
   *
   * @param world with that entry folded
   */
  default List<String> after(World world, Recorded recorded) {
    return List.of();
  }

  /** After a machine did something. */
  default List<String> after(World world, Machine.Done done) {
    return List.of();
  }

  /** After a process of the server was told that what it wrote is durable. */
  default List<String> after(World world, Authored authored) {
    return List.of();
  }

  /** After a check came to something, where it is kept. */
  default List<String> after(World world, CheckHost.Said told) {
    return List.of();
  }

  /** After a tag came to stand for an image, at its registry. */
  default List<String> after(World world, ImageHost.Said told) {
    return List.of();
  }

  /** After a Git host was asked for a deployment, and answered. */
  default List<String> after(World world, DeploymentHost.Said told) {
    return List.of();
  }

  /** After whoever asked to be told was told something. */
  default List<String> after(World world, Telling telling) {
    return List.of();
  }

  /**
   * Every now and then.
   *
   * @param world as the laws fold it
   */
  default List<String> meanwhile(World world, Standing standing) {
    return List.of();
  }

  /**
   * When everything that broke is mended, nothing moves any more, and nobody has helped.
   *
   * @param now the time that decisions go by
   */
  default List<String> atRest(World world, Instant now) {
    return List.of();
  }

  /** When the weather has been calm for long. */
  default List<String> atTheEnd(Ending ending) {
    return List.of();
  }
}
