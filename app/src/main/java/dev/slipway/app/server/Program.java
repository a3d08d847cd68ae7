package dev.slipway.app.server;

import dev.slipway.codec.Digests;
import dev.slipway.codec.EntryCodec;
import dev.slipway.engine.fold.World;
import dev.slipway.loop.snapshot.Picture;
import dev.slipway.model.Digest;
import dev.slipway.model.entry.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the code that folds by its own bytes. A number that people raise would be forgotten one
 * day, and then a snapshot would hold what this program would never fold.
 */
final class Program {

  private Program() {}

  /** The digest of all code that has a say in what the ledger folds to. */
  static Digest folding() {
    MessageDigest sha = Digests.sha256();
    for (Class<?> of : List.of(Entry.class, EntryCodec.class, World.class, Picture.class)) {
      add(sha, place(of));
    }
    return Digests.of(sha.digest());
  }

  /** The jar that a class was loaded from, or in a build the folder. */
  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("A place is no URI", impossible);
    }
  }

  private static void add(MessageDigest sha, Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sha.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        sha.update(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The program cannot be read: " + place, e);
    }
  }
}
