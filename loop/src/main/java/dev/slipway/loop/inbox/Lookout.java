package dev.slipway.loop.inbox;

import dev.slipway.loop.Ports;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Repository;

/** Looks at everything outside where something may happen that nobody tells of. */
public final class Lookout {

  private final Poller heads;
  private final ImagePoller images;

  public Lookout(
      Repository repository, ImageRegistries registries, Inbox inbox, Worlds worlds, Ports ports) {
    heads = new Poller(repository, inbox, worlds, ports);
    images = new ImagePoller(registries, inbox, worlds, ports);
  }

  /** Looks at once, for the server may have been away, and from then on at the interval. */
  public void start() {
    heads.start();
    images.start();
  }
}
