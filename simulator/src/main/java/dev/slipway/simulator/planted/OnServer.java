package dev.slipway.simulator.planted;

import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Timers;
import dev.slipway.loop.door.Events;
import dev.slipway.model.Bytes;
import dev.slipway.model.Position;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Deployments;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Repository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Breaks at the server: of its sources, its doors, its clock, and what it keeps beside the ledger.
 */
final class OnServer {

  private static final Duration AHEAD = Duration.ofMinutes(4);
  private static final Duration LATER = Duration.ofSeconds(3);

  private OnServer() {}

  static List<Planted> all() {
    return List.of(
        timers(),
        blobs(),
        clock(),
        entries(),
        repository(
            "authors-unread",
            23,
            "the source says that nobody wrote anything",
            Anonymous::new,
            "approval-asked",
            "approve"),
        repository(
            "newest-head-ignored",
            3,
            "the source answers what it answered first",
            FirstReading::new),
        new Planted(
            "checks-believed",
            64,
            "every check that is there is taken for green",
            Set.of("push", "checks-asked"),
            keys ->
                new Breaks() {
                  @Override
                  public CommitChecks checks(CommitChecks real) {
                    return new AllGreen(real);
                  }
                }),
        new Planted(
            "deployments-believed",
            68,
            "every deployment that is asked for is said to be there, and nobody is asked",
            Set.of("push", "checks-asked"),
            keys ->
                new Breaks() {
                  @Override
                  public Deployments deployments(Deployments real) {
                    return new Obliging(real);
                  }
                }),
        new Planted(
            "images-invented",
            65,
            "a tag is said to stand for an image that its registry never had",
            Set.of("push"),
            keys ->
                new Breaks() {
                  @Override
                  public ImageRegistries images(ImageRegistries real) {
                    return new Invented(real);
                  }
                }),
        new Planted(
            "word-kept-back",
            63,
            "the outbox says that more was told than was",
            Set.of("push"),
            keys ->
                new Breaks() {
                  @Override
                  public Outbox outbox(Outbox real) {
                    return new Boasting(real);
                  }
                }),
        new Planted(
            "told-before-durable",
            1,
            "the sender is told before the event is written",
            Set.of("server-crash"),
            keys -> toldBeforeDurable()));
  }

  private static Planted repository(
      String name, int law, String what, UnaryOperator<Repository> broken, String... favours) {
    return new Planted(
        name,
        law,
        what,
        Set.of(favours),
        keys ->
            new Breaks() {
              @Override
              public Repository repository(Repository real) {
                return broken.apply(real);
              }
            });
  }

  private static Planted timers() {
    return new Planted(
        "timer-lost",
        48,
        "a timer that was set never goes off",
        Set.of("approval-asked", "checks-asked"),
        keys ->
            new Breaks() {
              @Override
              public Timers timers(Timers real) {
                return new Sleepless();
              }
            });
  }

  private static Planted blobs() {
    return new Planted(
        "way-back-pruned",
        11,
        "cleaning up keeps the newest artifact, and none that a rollback leads back to",
        Set.of("push"),
        keys ->
            new Breaks() {
              @Override
              public Blobs blobs(Blobs real) {
                return new Pruned(real);
              }
            });
  }

  private static Planted clock() {
    return new Planted(
        "clock-trusted",
        49,
        "decisions go by another clock than the ledger, which runs ahead, and nothing tells it so",
        Set.of("agent-away", "push"),
        keys ->
            new Breaks() {
              @Override
              public InstantSource clock(InstantSource real) {
                return () -> real.instant().plus(AHEAD);
              }

              @Override
              public Ledger ledger(Ledger real, Kernel kernel, Life life) {
                return AlteredLedger.writing(real, AlteredLedger::undated);
              }
            });
  }

  private static Planted entries() {
    return new Planted(
        "entry-edited",
        27,
        "somebody takes an entry out of the ledger",
        Set.of(),
        keys ->
            new Breaks() {
              @Override
              public List<Bytes> entries(List<Bytes> real) {
                List<Bytes> edited = new ArrayList<>(real);
                edited.remove(edited.size() / 2);
                return edited;
              }
            });
  }

  /** The sender is told that the event is safe some time before it is. */
  private static Breaks toldBeforeDurable() {
    return new Breaks() {
      @Override
      public Events events(Events real, Kernel kernel, Life life) {
        return (organisation, source, key, body, event) -> {
          kernel.after(life, LATER, () -> real.receive(organisation, source, key, body, event));
          return CompletableFuture.completedStage(new Events.Receipt(Position.START, false));
        };
      }
    };
  }
}
