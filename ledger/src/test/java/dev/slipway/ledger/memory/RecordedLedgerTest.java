package dev.slipway.ledger.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.codec.EntryCodec;
import dev.slipway.codec.Frontier;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.chain.Link;
import dev.slipway.ledger.contract.Drafts;
import dev.slipway.ledger.contract.SteppedClock;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A ledger that was recorded once, with an entry of every type, is readable for ever. */
class RecordedLedgerTest {

  private static List<Bytes> lines() throws IOException {
    try (InputStream in =
        Optional.ofNullable(
                RecordedLedgerTest.class.getResourceAsStream("/recorded/ledger-1.jsonl"))
            .orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Bytes::ofUtf8)
          .toList();
    }
  }

  @Test
  void every_entry_continues_from_the_one_before() throws IOException {
    Digest previous = EntryCodec.BEFORE_FIRST;
    Frontier frontier = new Frontier();
    for (Bytes line : lines()) {
      Link link = Link.read(line);
      assertThat(link.previous()).isEqualTo(previous);
      previous = link.leaf();
      frontier.add(Digests.raw(previous));
    }

    assertThat(previous.hex())
        .isEqualTo("bedbae248cf052266b91a19368931193f16d21e3e9c0941d2fd1f2f93dac1ded");
    assertThat(frontier.root().hex())
        .isEqualTo("d1365b3ecdd8d50893bab7a4d48f3defbe1d6c393ad0fb63535cef3d5466d6cc");
  }

  @Test
  void a_ledger_opens_from_it_and_goes_on() throws IOException {
    Ledger ledger = new MemoryLedger(MemoryStore.of(lines()), new SteppedClock(), Runnable::run);
    List<Recorded> entries = ledger.read(Position.START, 1000);

    assertThat(EntryCodec.types())
        .containsAll(entries.stream().map(it -> EntryCodec.typeOf(it.entry())).toList());
    ledger.append(Drafts.batch("a")).toCompletableFuture().join();
    assertThat(ledger.head()).isEqualTo(new Position(31));
  }
}
