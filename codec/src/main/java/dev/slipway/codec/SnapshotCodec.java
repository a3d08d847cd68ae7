package dev.slipway.codec;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.JsonText;
import dev.slipway.codec.shape.Shape;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A snapshot as bytes: a line of JSON for each of its parts, deflated, so that what is large is
 * never in memory as one text. Nothing reads one that another version of the program wrote, so it
 * has no upcasters. Immutable; thread-safe.
 *
 * @param <T> the sealed family of the parts
 */
public final class SnapshotCodec<T> {

  private static final int LINE_LENGTH_MAX = 64 * 1024 * 1024;
  private static final byte[] LINE_END = {'\n'};

  private final Class<T> family;
  private final Shape shape;

  private SnapshotCodec(Class<T> family) {
    this.family = family;
    shape = Shapes.of(family);
  }

  public static <T> SnapshotCodec<T> of(Class<T> family) {
    return new SnapshotCodec<>(family);
  }

  /** The bytes of these parts; empty when there would be more than {@code sizeMax}. */
  public Optional<Bytes> encode(Stream<? extends T> parts, int sizeMax) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      for (Iterator<? extends T> each = parts.iterator(); each.hasNext(); ) {
        out.write(CanonicalText.of(shape, each.next()).bytes());
        out.write(LINE_END);
        if (bytes.size() > sizeMax) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    } finally {
      deflater.end();
    }
    return Optional.of(Bytes.of(bytes.toByteArray()));
  }

  /**
   * Gives every part, in order.
   *
   * @throws Undecodable when the bytes are no snapshot of this program
   */
  public void decode(Bytes content, Consumer<? super T> taken) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new InflaterInputStream(new ByteArrayInputStream(content.toArray())),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        taken.accept(family.cast(shape.decode(JsonText.read(line, LINE_LENGTH_MAX))));
      }
    } catch (IOException e) {
      throw new Undecodable("", "is not deflated, or not whole");
    }
  }
}
