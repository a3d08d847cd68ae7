package dev.slipway.rules.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.UUID;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Everything that is banned, once. */
public final class Careless {

  private Careless() {}

  @SuppressWarnings("TimeZoneUsage" /* It is the sample of it. */)
  static Instant time() {
    return Instant.now();
  }

  static void waiting() throws InterruptedException {
    Thread.sleep(1L);
  }

  static UUID chance() {
    return UUID.randomUUID();
  }

  static Process process() throws IOException {
    return new ProcessBuilder("true").start();
  }

  static Object serialised(InputStream in) throws IOException, ClassNotFoundException {
    try (ObjectInputStream objects = new ObjectInputStream(in)) {
      return objects.readObject();
    }
  }

  static HttpClient client() {
    return HttpClient.newHttpClient();
  }

  static LoadSettings yaml() {
    return LoadSettings.builder().build();
  }

  static void print() {
    System.out.println("careless");
  }
}
