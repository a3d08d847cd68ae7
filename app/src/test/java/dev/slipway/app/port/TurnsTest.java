package dev.slipway.app.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.loop.port.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final List<String> alarms = Collections.synchronizedList(new ArrayList<>());
  private final Turns turns = new Turns("turns", new Alarms());

  private final class Alarms implements Journal {
    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void alarm(String message, Throwable cause) {
      alarms.add(message);
    }
  }

  @Test
  void a_turn_that_asks_for_another_while_all_is_closed_alarms_nobody() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    List<String> came = Collections.synchronizedList(new ArrayList<>());
    turns.execute(() -> {
      begun.countDown();
      await(closing);
      turns.after(Duration.ofMillis(1), () -> came.add("later"));
      turns.execute(() -> came.add("next"));
      came.add("last");
    });
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    Thread closer = Thread.ofPlatform().start(turns::close);
    while (!turns.isClosed()) {
      Thread.onSpinWait();
    }
    closing.countDown();
    closer.join();

    assertThat(came).containsExactly("last");
    assertThat(alarms).isEmpty();
  }

  @Test
  void a_fault_is_told_and_the_turns_go_on() throws Exception {
    CountDownLatch after = new CountDownLatch(1);
    turns.execute(() -> {
      throw new IllegalStateException("a fault of ours");
    });
    turns.execute(after::countDown);
    assertThat(after.await(1, TimeUnit.MINUTES)).isTrue();
    turns.close();

    assertThat(alarms).containsExactly("A turn failed");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
