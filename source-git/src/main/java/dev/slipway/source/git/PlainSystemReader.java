package dev.slipway.source.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from reading, and from writing, the configuration of this machine and its user. JGit
 * holds one reader for the whole process, so it is put in place once.
 */
final class PlainSystemReader extends SystemReader.Delegate {

  private static final boolean INSTALLED = install();

  private PlainSystemReader(SystemReader original) {
    super(original);
  }

  /** Returns true; what matters is that the class is initialised. */
  static boolean isInstalled() {
    return INSTALLED;
  }

  private static boolean install() {
    SystemReader.setInstance(new PlainSystemReader(SystemReader.getInstance()));
    return true;
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /**
   * A configuration that is empty and stays so on disk. It says only how coarse the times of files
   * are, which JGit would measure by writing files into the mirrors otherwise; mirrors are opened
   * afresh each time, so nothing hangs on it.
   */
  private static final class Nothing extends FileBasedConfig {

    private static final long FILE_TIME_MILLIS = 10;

    @SuppressWarnings("NullAway") // JGit's own way to say that there is no file.
    private Nothing(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public long getTimeUnit(
        String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(FILE_TIME_MILLIS, TimeUnit.MILLISECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
