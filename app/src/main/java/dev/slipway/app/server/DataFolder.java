package dev.slipway.app.server;

import dev.slipway.cli.server.Place;
import java.nio.file.Path;

/** Where a server keeps what it must not lose; readable by its owner alone. */
public record DataFolder(Path root) {

  /** The folder that is used when none was named: the one in which the client looks, too. */
  public static DataFolder standard() {
    return new DataFolder(Place.dataFolder(System.getenv()).toAbsolutePath());
  }

  DataFolder made() {
    PrivateFiles.folder(root);
    PrivateFiles.folder(keys());
    PrivateFiles.folder(mirrors());
    PrivateFiles.folder(layers());
    return this;
  }

  Path keys() {
    return root.resolve("keys");
  }

  /** Mirrors of repositories; they can be fetched again. */
  Path mirrors() {
    return root.resolve("mirrors");
  }

  /** Layers of images that travel from one registry to another; nothing of it is kept. */
  Path layers() {
    return root.resolve("layers");
  }

  /** The read tables; they are made again from the ledger when they are missing. */
  Path views() {
    return root.resolve("views.db");
  }

  /** The link that logs a browser in, once. */
  Path loginLink() {
    return root.resolve("login-link");
  }

  /** The administrator's token of the first run. */
  Path token() {
    return root.resolve("token");
  }

  /** The address at which the server answers, for clients on this machine. */
  Path address() {
    return root.resolve("address");
  }

  /**
   * The agents of this machine live beside the server's folder, not in it: a control plane holds no
   * target's keys.
   */
  Path agents() {
    return root.resolveSibling(root.getFileName() + "-agents");
  }
}
