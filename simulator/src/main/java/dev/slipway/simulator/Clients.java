package dev.slipway.simulator;

import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.command.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The way from people's wishes to the server: a client that tries again until it is answered. */
public final class Clients {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  private final Kernel kernel;
  private final Trace trace;
  private final Network network;
  private int wishes;

  Clients(Kernel kernel, Trace trace, Network network) {
    this.kernel = kernel;
    this.trace = trace;
    this.network = network;
  }

  public void wish(Command command) {
    wish(ActorId.SLIPWAY, command);
  }

  public void wish(ActorId actor, Command command) {
    attempt(actor, command, nextKey(), carried -> {});
  }

  /** Wishes, and then does something, whatever became of the wish. */
  public void wish(Command command, Runnable then) {
    attempt(ActorId.SLIPWAY, command, nextKey(), carried -> then.run());
  }

  /** Wishes, and then does something if this came of it. */
  public void wishOnce(String code, Command command, Runnable then) {
    attempt(
        ActorId.SLIPWAY,
        command,
        nextKey(),
        carried -> {
          if (carried.settlement().because().code().equals(code)) {
            then.run();
          }
        });
  }

  /** Wishes anew until one of these came of it, or it is so already. */
  public void wishUntil(List<String> codes, Command command, Runnable then) {
    attempt(
        ActorId.SLIPWAY,
        command,
        nextKey(),
        carried -> {
          String became = carried.settlement().because().code();
          if (codes.contains(became) || became.equals("unchanged")) {
            then.run();
          } else {
            kernel.after(Life.OUTSIDE, TRY_AGAIN, () -> wishUntil(codes, command, then));
          }
        });
  }

  private String nextKey() {
    wishes++;
    return "wish-" + wishes;
  }

  /** Tries under the same key until there is an answer. */
  private void attempt(ActorId actor, Command command, String key, Consumer<Carried> then) {
    CompletableFuture<Carried> answer = new CompletableFuture<>();
    CompletionStage<Void> _ =
        answer.handle((carried, problem) -> {
          if (problem == null) {
            trace.add(() ->
                "%s: %s: %s"
                    .formatted(key, command.getClass().getSimpleName(), carried.settlement()));
            then.accept(carried);
          } else {
            kernel.after(Life.OUTSIDE, TRY_AGAIN, () -> attempt(actor, command, key, then));
          }
          return null;
        });
    network.send(
        answer,
        alive ->
            network.answer(
                answer, alive.loop().commands().submit(Organisation.MAIN, actor, key, command)));
  }
}
