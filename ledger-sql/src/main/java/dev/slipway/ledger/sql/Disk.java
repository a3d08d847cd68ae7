package dev.slipway.ledger.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Puts files where they stay: whole or not at all, even when the machine loses power. */
final class Disk {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final DurableWrites writes;

  Disk(DurableWrites writes) {
    this.writes = writes;
  }

  /** A folder that only its owner can read, made where it is missing. */
  static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, OWNER_ONLY);
  }

  /** Waits until the content of a file that was written is on the disk. */
  void settle(Path file) throws IOException {
    writes.before(DurableWrites.What.CONTENT);
    force(file, StandardOpenOption.WRITE);
    writes.after(DurableWrites.What.CONTENT);
  }

  /** Gives a settled file its name in a folder, in the place of what had the name before. */
  void name(Path temporary, Path folder, Path file) throws IOException {
    writes.before(DurableWrites.What.NAME);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // A name is durable once the folder that holds it is.
    force(folder, StandardOpenOption.READ);
    writes.after(DurableWrites.What.NAME);
  }

  /** Replaces a small file of a folder. */
  void replace(Path folder, String name, String content) throws IOException {
    Path temporary = folder.resolve(name + ".new");
    Files.writeString(temporary, content);
    settle(temporary);
    name(temporary, folder, folder.resolve(name));
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
