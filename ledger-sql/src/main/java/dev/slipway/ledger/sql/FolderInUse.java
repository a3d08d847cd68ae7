package dev.slipway.ledger.sql;

import java.nio.file.Path;

/** Another process, or this one already, has opened the folder. */
public final class FolderInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FolderInUse(Path folder) {
    super(
        "Another Slipway is using the folder "
            + folder
            + ". Stop it, or give this one a folder of its own with --data.");
  }
}
