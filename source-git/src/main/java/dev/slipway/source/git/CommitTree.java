package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files of one commit, as raw as Git keeps them: no filter, attribute or link is applied.
 * Submodules are left out, for their content belongs to another repository.
 *
 * @param reader stays the caller's, and open
 */
record CommitTree(ObjectReader reader, RevTree root) {

  /** The largest document, in bytes. */
  static final int DOCUMENT_SIZE_MAX = 1024 * 1024;

  static final int ENTRIES_MAX = 50_000;

  /** How much the files of an archive may hold together, in bytes. */
  static final long ARCHIVE_SIZE_MAX = 1L << 30;

  private static final int PATH_SHOWN_MAX = 200;

  static CommitTree of(ObjectReader reader, Sha sha) throws IOException {
    try (RevWalk walk = new RevWalk(reader)) {
      return new CommitTree(reader, walk.parseCommit(ObjectId.fromString(sha.value())).getTree());
    }
  }

  /** The bytes of one regular file. */
  Reading<Bytes> document(String path) throws IOException {
    if (!RepositoryPath.mayBeAskedFor(path)) {
      return unusable(
          "path-not-allowed",
          "The path of the document must be a plain path inside the repository.");
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, path, root)) {
      if (walk == null) {
        return unusable("document-not-found", "The commit has no file " + shown(path) + ".");
      }
      if (!isRegular(walk.getFileMode(0))) {
        return unusable(
            "document-not-a-file", "In the commit " + shown(path) + " is no plain file.");
      }
      ObjectId id = walk.getObjectId(0);
      if (reader.getObjectSize(id, Constants.OBJ_BLOB) > DOCUMENT_SIZE_MAX) {
        return unusable("document-too-large", "The file " + shown(path) + " is larger than 1 MiB.");
      }
      return new Reading.Read<>(Bytes.of(reader.open(id, Constants.OBJ_BLOB).getCachedBytes()));
    }
  }

  /** Everything that goes into the archive, checked, in the order of its paths' bytes. */
  Reading<List<Entry>> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    long size = 0;
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(root);
      walk.setRecursive(false);
      while (walk.next()) {
        byte[] raw = walk.getRawPath();
        String path = new String(raw, UTF_8);
        if (!RepositoryPath.mayBeHeld(raw)) {
          return unusable(
              "path-not-allowed", "The commit holds the unusable path " + shown(path) + ".");
        }
        if (!paths.add(path) || paths.size() > ENTRIES_MAX) {
          return paths.size() > ENTRIES_MAX
              ? unusable(
                  "archive-too-large", "The commit holds more than 50,000 files and folders.")
              : unusable("path-twice", "The commit holds the path " + shown(path) + " twice.");
        }
        FileMode mode = walk.getFileMode(0);
        ObjectId id = walk.getObjectId(0);
        if (mode.equals(FileMode.TREE)) {
          walk.enterSubtree();
        } else if (mode.equals(FileMode.SYMLINK)) {
          if (reader.getObjectSize(id, Constants.OBJ_BLOB) > Entry.TARGET_LENGTH_MAX) {
            return escaping(path);
          }
          String target = new String(reader.open(id, Constants.OBJ_BLOB).getCachedBytes(), UTF_8);
          if (!RepositoryPath.staysInside(path, target)) {
            return escaping(path);
          }
          entries.add(new Entry.Link(path, target));
        } else if (isRegular(mode)) {
          long length = reader.getObjectSize(id, Constants.OBJ_BLOB);
          size += length;
          entries.add(new Entry.File(path, mode.equals(FileMode.EXECUTABLE_FILE), length, id));
        }
        if (size > ARCHIVE_SIZE_MAX) {
          return unusable("archive-too-large", "The files of the commit hold more than 1 GiB.");
        }
      }
    }
    return new Reading.Read<>(List.copyOf(entries));
  }

  private static boolean isRegular(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }

  private static <T> Reading<T> escaping(String path) {
    return unusable(
        "link-leaves-repository",
        "The symbolic link " + shown(path) + " may lead out of the repository.");
  }

  /** The path in quotes, cut, with every character that might fool a reader replaced. */
  private static String shown(String path) {
    String cut = path.length() > PATH_SHOWN_MAX ? path.substring(0, PATH_SHOWN_MAX) + "…" : path;
    StringBuilder text = new StringBuilder("'");
    cut.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
        .forEach(text::appendCodePoint);
    return text.append("'").toString();
  }

  private static <T> Reading<T> unusable(String code, String sentence) {
    return new Reading.Unusable<>(new Reason(code, sentence));
  }
}
