package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Role;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.FormatRaised;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A process of the server beside which a newer version raised the ledger's format. */
final class ReadingOnlyTest {

  @Test
  void a_wish_is_sent_on_to_another_process_and_what_is_known_is_told() {
    try (House house = new House()) {
      Client owner = house.as(Role.OWNER);
      owner.postYaml("/api/v1/documents", Place.repositoryNamed());
      raise(house);

      Client.Answered refused =
          owner.post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.json().get("code").asText()).isEqualTo("reading-only");
      assertThat(owner.get("/api/v1/applications/shop").status()).isEqualTo(200);
    }
  }

  private static void raise(House house) {
    house
        .ledger
        .append(
            new Batch(
                List.of(
                    new Draft(
                        StreamKey.of(Organisation.MAIN),
                        ActorId.SLIPWAY,
                        Optional.empty(),
                        new FormatRaised(Founding.FORMAT + 1))),
                Guards.NONE,
                Optional.empty()))
        .toCompletableFuture()
        .join();
  }
}
