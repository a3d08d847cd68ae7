package dev.slipway.ledger.sql;

import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Logs.About;
import dev.slipway.ledger.Logs.Piece;
import dev.slipway.ledger.Logs.Taken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One log: segments that are named by the offset of their first byte, and {@code about} with what
 * they do not say. A crash leaves a shorter last segment at most, and what is missing is sent
 * again.
 */
record LogFolder(Path folder) {

  /** How deep below the root a log lies. */
  static final int DEPTH = 5;

  private static final String SEGMENT = ".log";
  private static final String ABOUT = "about";

  /** A run of bytes on the disk. */
  private record Segment(Path file, long first, long length) {
    long end() {
      return first + length;
    }
  }

  /** What the segments do not say; {@code size} counts once there is none any more. */
  private record Note(long shift, long lost, boolean finished, long size) {
    static final Note NONE = new Note(0, 0, false, 0);
  }

  static boolean isOne(Path path, BasicFileAttributes attributes) {
    return attributes.isDirectory() && Files.exists(path.resolve(ABOUT));
  }

  boolean exists() {
    return Files.exists(folder.resolve(ABOUT));
  }

  About about() throws IOException {
    Note note = note();
    List<Segment> segments = segments();
    Path newest = segments.isEmpty() ? folder.resolve(ABOUT) : segments.getLast().file();
    return new About(
        folder.getFileName().toString(),
        segments.isEmpty() ? note.size() : segments.getFirst().first(),
        size(segments, note),
        note.lost(),
        note.finished(),
        Files.getLastModifiedTime(newest).toInstant(),
        segments.isEmpty() && note.size() > 0
            ? Optional.of(Files.getLastModifiedTime(newest).toInstant())
            : Optional.empty());
  }

  /** As {@link Logs#take}. */
  Taken add(Piece piece, FolderLogs.Bounds bounds) throws IOException {
    Note before = note();
    long size = size(segments(), before);
    long next = size + before.shift();
    Note note = before;
    if (piece.offset() > next && piece.lost()) {
      ByteBuffer line = ByteBuffer.wrap(Logs.lostLine(piece.offset() - next));
      size = append(line, size, bounds.segmentBytes());
      note =
          new Note(
              piece.offset() - size, note.lost() + piece.offset() - next, note.finished(), size);
      next = piece.offset();
    }
    if (piece.offset() <= next) {
      ByteBuffer fresh = piece.content().duplicate();
      int known = (int) Math.min(fresh.remaining(), next - piece.offset());
      fresh.position(fresh.position() + known);
      boolean finished = piece.finished() || (note.finished() && !fresh.hasRemaining());
      size = append(fresh, size, bounds.segmentBytes());
      note = new Note(note.shift(), note.lost(), finished, note.size());
    }
    if (!exists() || !note.equals(before)) {
      keep(note);
    }
    cut(size - bounds.logBytes());
    return new Taken(size + note.shift(), note.finished());
  }

  /** As {@link Logs#read}. */
  void read(long offset, ByteBuffer into) throws IOException {
    long at = offset;
    for (Segment segment : segments()) {
      if (into.hasRemaining() && segment.first() <= at && at < segment.end()) {
        try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.READ)) {
          int read = channel.read(into, at - segment.first());
          while (read > 0) {
            at += read;
            read = into.hasRemaining() ? channel.read(into, at - segment.first()) : 0;
          }
        }
      }
    }
  }

  /** Keeps nothing but how long it was. */
  void giveUp() throws IOException {
    Note note = note();
    long size = size(segments(), note);
    keep(new Note(note.shift(), note.lost(), note.finished(), size));
    for (Segment segment : segments()) {
      Files.deleteIfExists(segment.file());
    }
  }

  /** Removes all that tells of it. */
  void forget() throws IOException {
    for (Segment segment : segments()) {
      Files.deleteIfExists(segment.file());
    }
    Files.deleteIfExists(folder.resolve(ABOUT));
    Files.deleteIfExists(folder);
  }

  /** Adds bytes, and returns the size with them. */
  private long append(ByteBuffer content, long size, long segmentBytes) throws IOException {
    long end = size;
    while (content.hasRemaining()) {
      Segment last = segmentFor(end, segmentBytes);
      ByteBuffer part = content.duplicate();
      part.limit(part.position() + (int) Math.min(part.remaining(), segmentBytes - last.length()));
      content.position(part.limit());
      end += part.remaining();
      try (FileChannel channel =
          FileChannel.open(last.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
    }
    return end;
  }

  private Segment segmentFor(long end, long segmentBytes) throws IOException {
    List<Segment> segments = segments();
    return segments.isEmpty() || segments.getLast().length() >= segmentBytes
        ? new Segment(folder.resolve("%019d%s".formatted(end, SEGMENT)), end, 0)
        : segments.getLast();
  }

  /** Gives up the segments that lie wholly before an offset, but the last. */
  private void cut(long before) throws IOException {
    if (before > 0) {
      List<Segment> segments = segments();
      for (Segment segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
        if (segment.end() <= before) {
          Files.deleteIfExists(segment.file());
        }
      }
    }
  }

  private static long size(List<Segment> segments, Note note) {
    return segments.isEmpty() ? note.size() : segments.getLast().end();
  }

  private List<Segment> segments() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Segment> segments = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(SEGMENT)).sorted().toList()) {
        String name = file.getFileName().toString();
        long first = Long.parseLong(name.substring(0, name.length() - SEGMENT.length()));
        segments.add(new Segment(file, first, Files.size(file)));
      }
    }
    return segments;
  }

  private Note note() throws IOException {
    if (!exists()) {
      return Note.NONE;
    }
    String[] words = Files.readString(folder.resolve(ABOUT)).strip().split(" ", -1);
    return new Note(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Boolean.parseBoolean(words[2]),
        Long.parseLong(words[3]));
  }

  private void keep(Note note) throws IOException {
    Path fresh = folder.resolve(ABOUT + ".new");
    Files.writeString(
        fresh, "%d %d %s %d\n".formatted(note.shift(), note.lost(), note.finished(), note.size()));
    Files.move(
        fresh,
        folder.resolve(ABOUT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
