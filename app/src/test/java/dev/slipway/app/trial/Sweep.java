package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for secrets in what a server or an agent leaves behind at the end of every trial, whether
 * it asks for that or not. All secrets of trials begin with the same word, so that none has to be
 * told of here, and one that is cut off or within something else is known too.
 */
final class Sweep {

  /** What secrets begin with; four hexadecimal digits and a word or two follow. */
  static final String WORD = "canary-";

  private static final int BITS_OF_BYTE = 8;
  private static final int BITS_OF_DIGIT = 6;
  private static final Pattern PLAIN = Pattern.compile(WORD + "[0-9a-f]{4}");
  private static final List<String> ENCODED =
      IntStream.range(0, 3).mapToObj(Sweep::base64).toList();

  private Sweep() {}

  /** Fails where one is found in any file of these, or below them. */
  static void of(Path... left) {
    List<Path> found =
        Stream.of(left)
            .filter(Files::exists)
            .flatMap(Sweep::files)
            .filter(Sweep::holdsOne)
            .toList();
    if (!found.isEmpty()) {
      throw new AssertionError("A secret is in " + found);
    }
  }

  /** Whether one is in a text. */
  static boolean isIn(String text) {
    return ENCODED.stream().anyMatch(text::contains)
        || (text.contains(WORD) && PLAIN.matcher(text).find());
  }

  private static Stream<Path> files(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holdsOne(Path file) {
    try {
      return isIn(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The digits of Base64 that are the same whatever stands around the word. */
  private static String base64(int before) {
    byte[] bytes = ("x".repeat(before) + WORD).getBytes(StandardCharsets.ISO_8859_1);
    String digits = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int first = Math.ceilDiv(before * BITS_OF_BYTE, BITS_OF_DIGIT);
    return digits.substring(first, bytes.length * BITS_OF_BYTE / BITS_OF_DIGIT);
  }
}
