package dev.slipway.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.FeedbackBox;
import dev.slipway.ledger.contract.FeedbackContract;
import dev.slipway.model.ActorId;
import dev.slipway.model.ClientPage;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFeedbackBoxTest extends FeedbackContract {

  private final OpenStore store;

  SqlFeedbackBoxTest(@TempDir Path folder) {
    store = new OpenStore(folder, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected FeedbackBox box() {
    return store.get().directory().feedback();
  }

  @Test
  void it_is_there_after_a_restart() {
    Feedback said =
        new Feedback(
            "f-1", new ActorId("a-1"), Instant.EPOCH, new ClientPage("/queue"), "good", "0.1.0");
    box().keep(Organisation.MAIN, said, 1);

    assertThat(
            store
                .reopened()
                .directory()
                .feedback()
                .newest(Organisation.MAIN, Optional.empty(), 1)
                .getFirst()
                .feedback())
        .isEqualTo(said);
  }
}
