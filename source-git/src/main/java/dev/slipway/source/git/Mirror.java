package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.slipway.model.Digest;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Sha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare copy of one repository. It is a cache: whatever is wrong with it, it may be deleted. The
 * holder of {@link #lock} alone touches it.
 *
 * @param folder a bare Git repository, once {@link #prepare} was called
 */
record Mirror(Path folder, ReentrantLock lock) {

  private static final String CONFIG =
      """
      [core]
      \trepositoryformatversion = 0
      \tbare = true
      """;

  /** Raised whenever the archives' bytes change, so that none of the old form is used. */
  private static final String ARCHIVES = "archives-1";

  /** Makes an empty repository where there is none. */
  void prepare() throws IOException {
    if (Files.exists(folder.resolve("HEAD"))) {
      return;
    }
    for (String part : List.of("objects", "refs", ARCHIVES)) {
      Files.createDirectories(folder.resolve(part));
    }
    Files.writeString(folder.resolve("config"), CONFIG);
    Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/main\n");
  }

  void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Removes what a crash in the middle of a fetch left behind. Nobody else may use the folder. */
  void tidy() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Mirror::isLeftover).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static boolean isLeftover(Path path) {
    String name = String.valueOf(path.getFileName());
    return Files.isRegularFile(path)
        && (name.endsWith(".lock") || name.startsWith("tmp_") || name.endsWith(".tmp"));
  }

  /** Opens it afresh, so that nothing cached from before the last fetch is seen. */
  Repository open() throws IOException {
    if (!PlainSystemReader.isInstalled()) {
      throw new IllegalStateException("JGit would read this machine's configuration");
    }
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }

  Optional<Digest> archive(Sha sha) {
    try {
      Path note = note(sha);
      return Files.exists(note)
          ? Optional.of(new Digest(Files.readString(note, US_ASCII).strip()))
          : Optional.empty();
    } catch (IOException | InvalidValue _) {
      return Optional.empty();
    }
  }

  void remember(Sha sha, Digest archive) throws IOException {
    Path note = note(sha);
    Files.createDirectories(note.getParent());
    Path fresh = note.resolveSibling(sha.value() + ".tmp");
    Files.writeString(fresh, archive.value(), US_ASCII);
    Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path note(Sha sha) {
    return folder.resolve(ARCHIVES).resolve(sha.value());
  }
}
