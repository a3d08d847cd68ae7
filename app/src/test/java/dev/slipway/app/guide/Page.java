package dev.slipway.app.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the docs: what it has its readers type, block after block. */
record Page(Path file, List<Block> blocks) {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
  private static final String SHOWN = "output";

  static Page read(Path file) {
    try {
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page of(Path file, String text) {
    Deque<Block> blocks = new ArrayDeque<>();
    for (MatchResult fence : FENCE.matcher(text).results().toList()) {
      String mark = fence.group(1).strip();
      String place = file + ":" + (1 + text.substring(0, fence.start()).lines().count());
      if (mark.equals(SHOWN)) {
        if (blocks.isEmpty() || blocks.getLast().shown().isPresent()) {
          throw new AssertionError(place + ": output of nothing");
        }
        blocks.addLast(blocks.removeLast().showing(fence.group(2)));
      } else if (mark.startsWith("sh")) {
        Block.Manner manner =
            Block.Manner.marked(mark)
                .orElseThrow(() -> new AssertionError(place + ": unknown mark '" + mark + "'"));
        blocks.addLast(new Block(place, manner, fence.group(2), Optional.empty()));
      }
    }
    return new Page(file, List.copyOf(blocks));
  }

  /** The lines of all blocks that call Slipway, without what follows after the words. */
  Stream<String> calls() {
    return blocks.stream()
        .flatMap(block -> block.commands().replace("\\\n", " ").lines())
        .map(String::strip)
        .filter(line -> line.startsWith("./slipway "));
  }
}
