package dev.slipway.app.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Somebody who follows what changes, and knows how many rollouts have settled. Thread-safe. */
final class Audience {

  private static final int SETTLED_SECONDS_MAX = 60;
  private static final String SETTLED = "\"type\":\"RolloutSettled\"";

  private final Semaphore settled = new Semaphore(0);

  private Audience() {}

  /** Follows a server from now on, until it stops. */
  static Audience of(URI server, String token) throws IOException {
    HttpURLConnection stream =
        (HttpURLConnection) server.resolve("/api/v1/changes").toURL().openConnection();
    stream.setRequestProperty("Authorization", "Bearer " + token);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.getInputStream(), UTF_8));
    Audience audience = new Audience();
    Thread.ofPlatform().name("audience").daemon(true).start(() -> audience.watch(lines));
    return audience;
  }

  private void watch(BufferedReader lines) {
    try (lines) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(SETTLED)) {
          settled.release();
        }
      }
    } catch (IOException stopped) {
      // The server has stopped; whoever waits for more is told so by the time.
    }
  }

  /** Waits until so many more have settled. */
  void await(int rollouts) throws InterruptedException {
    if (!settled.tryAcquire(rollouts, SETTLED_SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new IllegalStateException("A rollout did not settle in time");
    }
  }
}
