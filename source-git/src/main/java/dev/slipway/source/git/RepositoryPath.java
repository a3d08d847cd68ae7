package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * Which paths are safe. JGit's checker knows every spelling of {@code .git} that some file system
 * takes for it: other letter case, Windows short names, characters of no width, final dots.
 */
final class RepositoryPath {

  private static final int LENGTH_MAX = 4096;

  private static final ObjectChecker ASKED =
      new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true);
  private static final ObjectChecker HELD = new ObjectChecker().setSafeForMacOS(true);

  private RepositoryPath() {}

  /**
   * Whether a person may ask for this path: relative, without {@code ..} and {@code .git}, and
   * without what means something special on any system.
   */
  static boolean mayBeAskedFor(String path) {
    return passes(ASKED, path.getBytes(UTF_8));
  }

  /**
   * Whether an archive may hold this path. Names with a colon or a backslash are odd, yet harmless
   * where agents run.
   */
  static boolean mayBeHeld(byte[] path) {
    return passes(HELD, path) && isText(path);
  }

  private static boolean passes(ObjectChecker checker, byte[] path) {
    try {
      checker.checkPath(path, 0, path.length);
      return path.length > 0 && path.length <= LENGTH_MAX;
    } catch (CorruptObjectException _) {
      return false;
    }
  }

  /** Whether the bytes are UTF-8 without control characters, as a tar archive's names must be. */
  private static boolean isText(byte[] path) {
    String text = new String(path, UTF_8);
    return Arrays.equals(text.getBytes(UTF_8), path)
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * Whether a symbolic link stays inside the tree. It may climb with leading {@code ..} only, for
   * its own folders are real ones, and no higher than the root; what follows never climbs, so it
   * may pass through other links, which stay inside themselves.
   *
   * @param path where the link lies
   * @param target what it says
   */
  static boolean staysInside(String path, String target) {
    if (target.isEmpty()
        || target.startsWith("/")
        || target.length() > LENGTH_MAX
        || target.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    int depth = (int) path.chars().filter(c -> c == '/').count();
    boolean climbing = true;
    for (String part : target.split("/", -1)) {
      if (part.equals("..")) {
        depth--;
        if (!climbing || depth < 0) {
          return false;
        }
      } else if (!part.equals(".") && !part.isEmpty()) {
        climbing = false;
        if (!mayBeHeld(part.getBytes(UTF_8))) {
          return false;
        }
      }
    }
    return true;
  }
}
