package dev.slipway.app.server;

import dev.slipway.app.reading.SshHosts;
import dev.slipway.ledger.Blobs;
import dev.slipway.source.git.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Git repositories as this server reads them: mirrored in its folder, asked as it was told. */
final class Mirrors {

  private Mirrors() {}

  /** Opens them; what is read of a commit lies among the blobs from then on. */
  static GitRepository in(DataFolder folder, Blobs blobs, ServerOptions.Calls calls) {
    try {
      return GitRepository.keepingMirrorsIn(
          folder.mirrors(), new BlobArchives(blobs), GitRepository.PATIENCE, SshHosts.of(calls));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
