package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Transport;
import dev.slipway.runtime.Adapter;
import dev.slipway.simulator.Kernel;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Breaks at the agents: of their wires, of their journals, of what they do and say. */
final class OnAgent {

  private OnAgent() {}

  static List<Planted> all() {
    return List.of(
        new Planted(
            "fence-dropped",
            8,
            "an order that comes late is given a fence as if it were new",
            Set.of(),
            keys ->
                new Breaks() {
                  @Override
                  public Transport transport(Transport real, Kernel kernel) {
                    return new StaleOrders(real, keys.orders());
                  }
                }),
        disk(
            "intent-not-journalled",
            28,
            "the agent writes nothing down before it acts",
            Forgetful::new,
            "agent-crash"),
        processes(
            "restarted-in-silence",
            14,
            "a target never says that a process died, and starts another under its name",
            Silent::new,
            "process-death",
            "checks-asked"),
        processes(
            "converged-on-its-word",
            17,
            "a target says it converged, and did nothing",
            Boaster::new),
        commands(
            "deaf-to-cancelling",
            19,
            "a target says that it stopped a command, and lets it run",
            Deaf::new,
            "cancel",
            "deploy"));
  }

  private static Planted disk(
      String name, int law, String what, UnaryOperator<Disk> broken, String... favours) {
    return new Planted(
        name,
        law,
        what,
        Set.of(favours),
        keys ->
            new Breaks() {
              @Override
              public Disk disk(Disk real) {
                return broken.apply(real);
              }
            });
  }

  private static Planted processes(
      String name, int law, String what, UnaryOperator<Adapter> broken, String... favours) {
    return new Planted(
        name,
        law,
        what,
        Set.of(favours),
        keys ->
            new Breaks() {
              @Override
              public Adapter processes(Adapter real) {
                return broken.apply(real);
              }
            });
  }

  private static Planted commands(
      String name, int law, String what, UnaryOperator<Adapter> broken, String... favours) {
    return new Planted(
        name,
        law,
        what,
        Set.of(favours),
        keys ->
            new Breaks() {
              @Override
              public Adapter commands(Adapter real) {
                return broken.apply(real);
              }
            });
  }
}
