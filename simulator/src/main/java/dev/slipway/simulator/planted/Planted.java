package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Transport;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Events;
import dev.slipway.model.Position;
import dev.slipway.runtime.Adapter;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Keys;
import dev.slipway.simulator.Life;
import dev.slipway.source.Repository;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A named break, and how it is planted into a run with these keys. */
public record Planted(String name, Function<Keys, Breaks> breaks) {

  private static final Duration LATER = Duration.ofSeconds(3);

  /** Every break that a law must notice. */
  public static List<Planted> all() {
    return List.of(
        new Planted("fence-dropped", Planted::fenceDropped),
        new Planted("deduplication-dropped", keys -> deduplicationDropped()),
        new Planted("stale-guards", keys -> staleGuards()),
        new Planted("locks-overlooked", keys -> locksOverlooked()),
        new Planted("red-not-heard", keys -> redNotHeard()),
        new Planted("leaving-unnoticed", keys -> leavingUnnoticed()),
        new Planted("protection-not-heard", keys -> protectionNotHeard()),
        new Planted("restarted-in-silence", keys -> restartedInSilence()),
        new Planted("authors-unread", keys -> authorsUnread()),
        new Planted("superseded-returns", keys -> supersededReturns()),
        new Planted("intent-not-journalled", keys -> intentNotJournalled()),
        new Planted("newest-head-ignored", keys -> newestHeadIgnored()),
        new Planted("told-before-durable", keys -> toldBeforeDurable()),
        new Planted("converged-on-its-word", keys -> convergedOnItsWord()),
        new Planted("hold-not-written", keys -> holdNotWritten()),
        new Planted("pause-not-heard", keys -> pauseNotHeard()),
        new Planted("deaf-to-cancelling", keys -> deafToCancelling()));
  }

  /** What is hard and must be survived: a fold that lags behind, with the guards in place. */
  public static Breaks laggingFold() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.lagging(real, kernel, life);
      }
    };
  }

  private static Breaks fenceDropped(Keys keys) {
    return new Breaks() {
      @Override
      public Transport transport(Transport real, Kernel kernel) {
        return new StaleOrders(real, keys.orders());
      }
    };
  }

  private static Breaks deduplicationDropped() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.withoutDeduplication(real);
      }
    };
  }

  private static Breaks staleGuards() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.onStaleGuards(real, kernel, life);
      }
    };
  }

  private static Breaks locksOverlooked() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.whereStartsOverlookLocks(real, kernel, life);
      }
    };
  }

  private static Breaks redNotHeard() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.whereRedIsNotHeard(real);
      }
    };
  }

  private static Breaks leavingUnnoticed() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.whereApproversLeaveUnnoticed(real);
      }
    };
  }

  private static Breaks protectionNotHeard() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.whereProtectionIsNotHeard(real);
      }
    };
  }

  private static Breaks restartedInSilence() {
    return new Breaks() {
      @Override
      public Adapter processes(Adapter real) {
        return new Silent(real);
      }
    };
  }

  private static Breaks authorsUnread() {
    return new Breaks() {
      @Override
      public Repository repository(Repository real) {
        return new Anonymous(real);
      }
    };
  }

  private static Breaks supersededReturns() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.wherePassedShipmentsReturn(real);
      }
    };
  }

  private static Breaks intentNotJournalled() {
    return new Breaks() {
      @Override
      public Disk disk(Disk real) {
        return new Forgetful(real);
      }
    };
  }

  private static Breaks newestHeadIgnored() {
    return new Breaks() {
      @Override
      public Repository repository(Repository real) {
        return new FirstReading(real);
      }
    };
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

  private static Breaks holdNotWritten() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.whereNothingIsHeld(real);
      }
    };
  }

  private static Breaks pauseNotHeard() {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return LedgerBreaks.wherePausesAreNotHeard(real);
      }
    };
  }

  private static Breaks deafToCancelling() {
    return new Breaks() {
      @Override
      public Adapter commands(Adapter real) {
        return new Deaf(real);
      }
    };
  }

  private static Breaks convergedOnItsWord() {
    return new Breaks() {
      @Override
      public Adapter processes(Adapter real) {
        return new Boaster(real);
      }
    };
  }
}
