package dev.slipway.ledger.sql;

import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that writes a little, and stands still at one moment of one durable write. */
final class CrashChild {

  private CrashChild() {}

  /** Stands still at the moment with this number; two moments per write, before and after. */
  private record StandStill(int moment, AtomicInteger seen) implements DurableWrites {
    @Override
    public void before(What what) {
      count();
    }

    @Override
    public void after(What what) {
      count();
    }

    private void count() {
      if (seen.incrementAndGet() == moment) {
        say("standing");
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  /** Arguments: the folder, the moment; says what was confirmed, line by line. */
  public static void main(String[] arguments) throws Exception {
    StandStill writes = new StandStill(Integer.parseInt(arguments[1]), new AtomicInteger());
    SigningKey key = SigningKey.of(new byte[32]);
    try (SqlStore store =
        SqlStore.open(
            Path.of(arguments[0]),
            InstantSource.system(),
            OpenStore.ORIGIN,
            key,
            Logs.Keeping.STANDARD,
            writes)) {
      for (int i = 0; i < 3; i++) {
        Appended appended =
            store.ledger().append(Drafts.keyed("app", "key-" + i)).toCompletableFuture().join();
        say(appended instanceof Appended.Committed ? "committed " + i : "duplicate " + i);
      }
      Digest entry = store.ledger().leaf(new Position(3)).orElseThrow();
      store
          .snapshots()
          .keep(new Snapshots.Snapshot(new Position(3), entry, entry, Bytes.ofUtf8("folded")));
      say("pictured");
      byte[] content = "some bytes".getBytes(StandardCharsets.UTF_8);
      Digest digest = store.blobs().keep(out -> out.write(content));
      say("kept " + digest);
    }
    say("ended");
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
