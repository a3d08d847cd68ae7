package dev.slipway.source.git;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** What an archive holds at one path. Folders are implied by the paths in them. */
sealed interface Entry {

  /** The longest target of a symbolic link, in bytes. */
  int TARGET_LENGTH_MAX = 4096;

  record File(String path, boolean executable, long size, ObjectId content) implements Entry {}

  record Link(String path, String target) implements Entry {}

  /** Writes the entries as a tar archive; equal entries make equal bytes. */
  static void write(List<Entry> entries, ObjectReader reader, OutputStream out) throws IOException {
    TarWriter tar = new TarWriter(out);
    for (Entry entry : entries) {
      switch (entry) {
        case File(String path, boolean executable, long size, ObjectId content) ->
            tar.file(
                path, executable, size, to -> reader.open(content, Constants.OBJ_BLOB).copyTo(to));
        case Link(String path, String target) -> tar.link(path, target);
      }
    }
    tar.finish();
  }
}
