package dev.slipway.config;

import dev.slipway.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The valid samples with something broken in them, one after the other; the same of each seed. */
final class Mutations {

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "\n",
          "\t",
          "\"",
          "'",
          "&a ",
          "*a",
          "!!int ",
          "<<: ",
          "---\n",
          "...\n",
          "? ",
          "| \n",
          "> ",
          "%TAG ! a\n",
          "#",
          "\\",
          "\0",
          "\u202e",
          "null",
          "${port}",
          "{sha}",
          "{params[",
          "$(id)",
          "`",
          "\\U7fffffff",
          "999999999h",
          "refs/heads/");

  private final SplittableRandom random;
  private final List<Path> samples = Samples.in("valid");

  Mutations(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next one. */
  Bytes next() {
    return mutate(Samples.bytes(samples.get(random.nextInt(samples.size()))).toArray(), random);
  }

  private static Bytes mutate(byte[] bytes, SplittableRandom random) {
    byte[] mutated = bytes;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(mutated.length + 1);
      mutated =
          switch (random.nextInt(4)) {
            case 0 ->
                spliced(
                    mutated,
                    at,
                    0,
                    PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 1 -> spliced(mutated, at, 1 + random.nextInt(10), new byte[0]);
            case 2 -> spliced(mutated, at, 1, new byte[] {(byte) random.nextInt(256)});
            default -> {
              int from = random.nextInt(mutated.length + 1);
              int to = Math.min(mutated.length, from + random.nextInt(60));
              yield spliced(mutated, at, 0, Arrays.copyOfRange(mutated, from, to));
            }
          };
    }
    return Bytes.of(mutated);
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    int rest = Math.min(bytes.length, at + removed);
    byte[] out = Arrays.copyOf(bytes, at + added.length + bytes.length - rest);
    System.arraycopy(added, 0, out, at, added.length);
    System.arraycopy(bytes, rest, out, at + added.length, bytes.length - rest);
    return out;
  }
}
