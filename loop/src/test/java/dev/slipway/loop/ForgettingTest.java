package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.codec.OrderCodec;
import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryInboxBodies;
import dev.slipway.ledger.memory.MemoryLedger;
import dev.slipway.ledger.memory.MemoryLogs;
import dev.slipway.ledger.memory.MemoryOutbox;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.outlet.Dispatch;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForgettingTest {

  private static final int MANY = 1_200;

  private final List<Digest> digests =
      IntStream.rangeClosed(0, MANY).mapToObj(ForgettingTest::digestOf).toList();
  private final HandTurned hands = new HandTurned();
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final MemoryInboxBodies bodies = new MemoryInboxBodies();

  @Test
  void bodies_are_kept_for_thirty_days_and_many_old_ones_go_a_few_at_a_time() {
    for (int i = 0; i < MANY; i++) {
      bodies.keep(Organisation.MAIN, digest(i), body(i), hands.instant());
    }
    Instant begun = hands.instant();
    start();
    hands.pass(Duration.ofDays(30).minusMinutes(1));
    assertThat(kept()).isEqualTo(MANY);
    bodies.keep(Organisation.MAIN, digest(MANY), body(MANY), hands.instant());
    int most = 0;
    int before = kept();
    while (before > 1) {
      hands.pass(Duration.ofSeconds(4));
      most = Math.max(most, before - kept());
      before = kept();
    }
    assertThat(most).isBetween(1, MANY / 2);
    assertThat(Duration.between(begun, hands.instant()))
        .isLessThan(Duration.ofDays(30).plusHours(2));
    assertThat(bodies.read(Organisation.MAIN, digest(MANY))).contains(body(MANY));
  }

  private void start() {
    SigningKey key = SigningKey.generate(new SecureRandom());
    new Loop(
            new Stores(
                MemoryLedger.immediate(hands),
                blobs,
                new MemoryLogs(hands),
                bodies,
                new MemoryTimers(),
                new MemoryPresence(),
                new MemoryHeldOrders(),
                new MemoryPeers(),
                new MemoryDirectory(),
                new MemorySnapshots(),
                new MemoryOutbox()),
            new Outside(new Host(blobs, "")),
            new Ports(
                Founding.FORMAT,
                hands,
                (lane, task) -> hands.execute(task),
                hands,
                new SplittableRandom(1),
                () -> new ActorId("actor"),
                order -> OrderCodec.sign(order, key),
                hands,
                (_, _) -> new Dispatch.Sent.Delivered(),
                Duration.ofHours(1),
                SnapshotRule.NEVER))
        .start();
  }

  private int kept() {
    return (int)
        digests.stream()
            .filter(digest -> bodies.read(Organisation.MAIN, digest).isPresent())
            .count();
  }

  private static Bytes body(int number) {
    return Bytes.ofUtf8("body " + number);
  }

  private Digest digest(int number) {
    return digests.get(number);
  }

  private static Digest digestOf(int number) {
    return Digests.sha256(("body " + number).getBytes(StandardCharsets.UTF_8));
  }
}
