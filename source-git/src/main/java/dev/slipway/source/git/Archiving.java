package dev.slipway.source.git;

import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.source.ArchiveStore;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;

/** Makes the archive of a commit once, and remembers its digest beside the mirror. */
record Archiving(ArchiveStore archives, Mirror mirror) {

  Reading<Digest> archive(Sha sha, CommitTree tree) throws IOException {
    Optional<Digest> known = mirror.archive(sha).filter(archives::has);
    if (known.isPresent()) {
      return new Reading.Read<>(known.get());
    }
    Reading<List<Entry>> entries = tree.entries();
    return entries instanceof Reading.Read<List<Entry>>(List<Entry> checked)
        ? keep(sha, tree, checked)
        : Readings.failed(entries);
  }

  private Reading<Digest> keep(Sha sha, CommitTree tree, List<Entry> entries) throws IOException {
    try {
      Digest digest = archives.keep(out -> Entry.write(entries, tree.reader(), out));
      mirror.remember(sha, digest);
      return new Reading.Read<>(digest);
    } catch (MissingObjectException | CorruptObjectException e) {
      // The mirror is broken, which its reader mends.
      throw e;
    } catch (IOException _) {
      return new Reading.Unavailable<>(
          new Reason("archive-not-kept", "The commit's archive could not be kept on this server."));
    }
  }
}
