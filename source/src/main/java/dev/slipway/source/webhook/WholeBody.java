package dev.slipway.source.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/**
 * A small body that is read whole, and strictly: one JSON value, no name twice. Of large ones, of
 * which few fields are wanted, see {@link Fields}. Stateless; thread-safe.
 */
public final class WholeBody {

  /** The largest body, in bytes. */
  public static final int SIZE_MAX = 1024 * 1024;

  /** What a sender is told whose body cannot be read. */
  public static final String UNREADABLE =
      "The body is not JSON, has a name twice, or is nested deeper than 64 levels.";

  private static final int DEPTH_MAX = 64;

  private static final ObjectReader JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxDocumentLength(SIZE_MAX)
                          .maxStringLength(SIZE_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private WholeBody() {}

  /**
   * What it holds.
   *
   * @throws IOException when it is not JSON, or breaks a bound; its message may repeat the body
   */
  public static JsonNode read(byte[] body) throws IOException {
    return JSON.readTree(body);
  }
}
