package dev.slipway.registry;

import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The client, allowed to reach this machine and nothing else of the inside. */
public final class Asking implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Outbound outbound =
      new Outbound(
          Names.OF_THIS_MACHINE, Reach.of(List.of("127.0.0.1")), Registries.BOUNDS, threads);

  /** Anybody, at registries that are spoken to without TLS. */
  public Registries anybody(String... plain) {
    return new Registries(outbound, new Access(Map.of(), Map.of(), Set.of(plain)));
  }

  Registries as(Login login, String host, Map<String, String> realms, String... plain) {
    return new Registries(outbound, new Access(Map.of(host, login), realms, Set.of(plain)));
  }

  @Override
  public void close() {
    outbound.close();
    threads.shutdownNow();
  }
}
