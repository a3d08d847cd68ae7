package dev.slipway.wire.agent;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.wire.WireJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What an agent posts to {@code /agent/v1/logs}: a line of JSON with the chunks, and then their
 * bytes, one after the other, as they are. Immutable as long as nobody writes to the content.
 */
public final class LogParcel {

  /** How many bytes of content a parcel may have. */
  public static final int CONTENT_BYTES_MAX = 1 << 20;

  /** How many chunks a parcel may have. */
  public static final int CHUNKS_MAX = 250;

  /** How many bytes a parcel may have in all. */
  public static final int BYTES_MAX = CONTENT_BYTES_MAX + (256 << 10);

  private static final JsonMapper JSON = WireJson.strict();

  private final List<LogChunk> chunks;
  private final ByteBuffer content;

  /** Packs chunks with their content, which is not copied. */
  public LogParcel(List<LogChunk> chunks, ByteBuffer content) {
    this.chunks = List.copyOf(chunks);
    this.content = content.asReadOnlyBuffer();
  }

  /** The first line. */
  private record Heading(List<LogChunk> chunks) {
    Heading {
      chunks = Lists.orEmpty(chunks);
    }
  }

  public List<LogChunk> chunks() {
    return chunks;
  }

  /** The bytes of one chunk. */
  public ByteBuffer contentOf(int index) {
    int start = chunks.stream().limit(index).mapToInt(LogChunk::length).sum();
    return content.slice(start, chunks.get(index).length());
  }

  /** The parcel as it travels. */
  public byte[] bytes() throws IOException {
    byte[] heading = JSON.writeValueAsBytes(new Heading(chunks));
    ByteBuffer all = ByteBuffer.allocate(heading.length + 1 + content.remaining());
    return all.put(heading).put((byte) '\n').put(content.duplicate()).array();
  }

  /** Reads what travelled; empty when it is no parcel, or a larger one than may be. */
  public static Optional<LogParcel> read(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (end == bytes.length) {
      return Optional.empty();
    }
    try {
      Heading heading = JSON.readValue(bytes, 0, end, Heading.class);
      LogParcel parcel =
          new LogParcel(
              heading.chunks(), ByteBuffer.wrap(bytes, end + 1, bytes.length - end - 1).slice());
      return Optional.of(parcel).filter(LogParcel::isWhole);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isWhole() {
    long sum = 0;
    for (LogChunk chunk : chunks) {
      if (chunk.length() < 0 || chunk.offset() < 0) {
        return false;
      }
      sum += chunk.length();
    }
    return chunks.size() <= CHUNKS_MAX && sum == content.remaining() && sum <= CONTENT_BYTES_MAX;
  }
}
