package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Secrets;
import dev.slipway.agent.port.Transport;
import dev.slipway.model.Bytes;
import dev.slipway.model.order.Order;
import dev.slipway.model.order.OrderBody;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Context;
import dev.slipway.simulator.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
        new Planted(
            "body-replaced",
            8,
            "the server signs another body than the one whose digest it wrote",
            Set.of(),
            keys ->
                new Breaks() {
                  @Override
                  public Function<Order, Bytes> sign(Function<Order, Bytes> real) {
                    return order -> real.apply(emptied(order));
                  }
                }),
        new Planted(
            "fence-forgotten",
            9,
            "an agent that starts does not know which orders it took, and takes old ones",
            Set.of("agent-crash", "push"),
            keys -> fenceForgotten()),
        commands(
            "command-run-again",
            28,
            "an agent that starts again begins a command without looking whether it ran",
            real -> new Repeater(real, Context.Attempt.FIRST),
            "agent-crash"),
        processes(
            "drift-unseen",
            17,
            "a target never sees that a process died",
            Blind::new,
            "process-death"),
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
        new Planted(
            "secrets-told",
            55,
            "a target hides nothing of what it tells",
            Set.of("push"),
            keys ->
                new Breaks() {
                  @Override
                  public Secrets secrets(Secrets real) {
                    return new Talkative(real);
                  }
                }),
        commands(
            "deaf-to-cancelling",
            19,
            "a target says that it stopped a command, and lets it run",
            Deaf::new,
            "cancel",
            "deploy"));
  }

  private static Breaks fenceForgotten() {
    List<String> known = new ArrayList<>();
    return new Breaks() {
      @Override
      public Disk disk(Disk real) {
        return new Amnesiac(real);
      }

      @Override
      public Transport transport(Transport real, Kernel kernel) {
        return new OldestFirst(real, kernel, known);
      }

      @Override
      public Adapter commands(Adapter real) {
        return new Repeater(real, Context.Attempt.AGAIN);
      }
    };
  }

  private static Order emptied(Order order) {
    OrderBody body = order.body();
    return new Order(
        order.fence(),
        new OrderBody(
            body.organisation(),
            body.slot(),
            body.delivery(),
            body.hash(),
            body.step(),
            body.attempt(),
            new OrderBody.Wanted.Gone()));
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
