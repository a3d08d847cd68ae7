package dev.slipway.app.demo;

import dev.slipway.app.outside.Web;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** People who keep asking a shop for its page while something is done to it. */
final class Customers implements AutoCloseable {

  private static final int PEOPLE = 8;
  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final URI shop;
  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

  private Customers(URI shop) {
    this.shop = shop;
  }

  /** They come in, and are there until this is closed. */
  static Customers of(URI shop) {
    Customers customers = new Customers(shop);
    for (int person = 0; person < PEOPLE; person++) {
      customers.people.execute(customers::keepAsking);
    }
    return customers;
  }

  private void keepAsking() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        boolean answered =
            Web.get(shop, Map.of()).filter(answer -> answer.status() == 200).isPresent();
        (answered ? served : lost).incrementAndGet();
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  int served() {
    return served.get();
  }

  /** How many got no answer, or another one than the page. */
  int lost() {
    return lost.get();
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
