package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Blobs;
import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every keeper of blobs does. */
public abstract class BlobsContract {

  private static final byte[] CONTENT = "some bytes".getBytes(StandardCharsets.UTF_8);

  protected abstract Blobs blobs();

  @Test
  void bytes_are_found_by_their_digest() throws IOException {
    Digest digest = blobs().keep(out -> out.write(CONTENT));

    assertThat(digest).isEqualTo(Digests.sha256(CONTENT));
    assertThat(blobs().has(digest)).isTrue();
    try (InputStream in = blobs().open(digest).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
  }

  @Test
  void keeping_again_changes_nothing() throws IOException {
    assertThat(blobs().keep(out -> out.write(CONTENT)))
        .isEqualTo(blobs().keep(out -> out.write(CONTENT)));
  }

  @Test
  void what_was_never_kept_is_not_there() throws IOException {
    Digest unknown = Digest.ofHex("00".repeat(32));

    assertThat(blobs().has(unknown)).isFalse();
    assertThat(blobs().open(unknown)).isEmpty();
  }

  @Test
  void content_that_fails_is_not_kept() {
    assertThatThrownBy(() ->
            blobs()
                .keep(out -> {
                  out.write(CONTENT);
                  throw new IOException("the source broke");
                }))
        .isInstanceOf(IOException.class);
    assertThat(blobs().has(Digests.sha256(CONTENT))).isFalse();
  }
}
