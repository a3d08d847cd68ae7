package dev.slipway.runtime.external;

import dev.slipway.model.Fence;
import dev.slipway.runtime.files.Durable;
import dev.slipway.runtime.files.WrittenFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the programs of one turn write, with our own lines between.
 *
 * @param file is added to by the programs themselves; is not there before the first byte
 * @param about holds the fence, and once the turn is over the word {@code ended}
 */
record TurnLog(Path file, Path about, Fence fence) {

  static final String ENDED = "ended";

  /** How many bytes there are. */
  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** A line of ours, which begins a line whatever was written before it. */
  void note(String sentence) throws IOException {
    add((isWithinLine() ? "\n" : "") + "[slipway] " + sentence + "\n");
  }

  /** Adds what a program said elsewhere. */
  void add(String said) throws IOException {
    if (!said.isEmpty()) {
      Files.writeString(file, said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  /** Nothing is written any more; a turn in which nothing was leaves nothing behind. */
  void end() throws IOException {
    if (size() == 0) {
      new WrittenFile(file).forget();
      Files.deleteIfExists(about);
    } else {
      Durable.write(about, fence + " " + ENDED);
    }
  }

  private boolean isWithinLine() throws IOException {
    if (size() == 0) {
      return false;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(bytes.length() - 1);
      return bytes.read() != '\n';
    }
  }
}
