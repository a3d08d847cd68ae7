package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.EntryCodec;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.chain.Link;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.state.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ledgers that were recorded once fold for ever to what they meant when they were written. {@code
 * served} was written by a server that delivered with programs and commands, waited for checks, and
 * let a rollback pass a lock; {@code storm} by the simulator, in bad weather. The number is that of
 * their format; a newer format adds files, and these stay as they are.
 */
class RecordedLedgersTest {

  @ParameterizedTest
  @ValueSource(strings = {"served-9", "storm-9", "storm-15"})
  void a_recorded_ledger_folds_to_what_it_meant(String name) throws IOException {
    List<Bytes> lines = lines(name);
    Digest previous = EntryCodec.BEFORE_FIRST;
    World world = World.empty(Organisation.MAIN);
    for (Bytes line : lines) {
      Link link = Link.read(line);
      assertThat(link.previous()).as("before %s", link.recorded().position()).isEqualTo(previous);
      previous = link.leaf();
      world = world.with(link.recorded());
    }
    assertThat(told(world, previous)).isEqualTo(read(name + ".txt"));
  }

  @Test
  void what_later_formats_brought_is_in_them() throws IOException {
    assertThat(read("served-9.jsonl.gz"))
        .contains("\"is\":\"external\"")
        .contains("\"permit\":")
        .contains("\"type\":\"check-reported\"")
        .contains("\"format\":9");
    assertThat(read("storm-9.jsonl.gz"))
        .contains("\"type\":\"shipment-superseded\"")
        .contains("\"type\":\"check-reported\"")
        .contains("\"type\":\"approval-given\"")
        .contains("\"type\":\"inputs-held\"");
    assertThat(read("storm-15.jsonl.gz"))
        .contains("\"type\":\"member-removed\"")
        .contains("\"type\":\"hold-lifted\"")
        .contains("\"type\":\"rollout-cancelled\"")
        .contains("\"bakes\":")
        .contains("\"format\":15");
  }

  static List<Bytes> lines(String name) throws IOException {
    return read(name + ".jsonl.gz").lines().map(Bytes::ofUtf8).toList();
  }

  private static String told(World world, Digest last) {
    return "%s, and the last of its entries is %s%n%s"
        .formatted(
            world.position(),
            last,
            world.deliveries().placements().entrySet().stream()
                .map(at -> at.getKey() + ": " + told(at.getValue()) + "\n")
                .collect(Collectors.joining()));
  }

  private static String told(PlacementState at) {
    return "%s in force after %s, %s under way, %s failed last, %d waiting, %d held, the last number is %d"
        .formatted(
            told(at.inForce().map(PlacementState.InForce::delivery)),
            at.past().stream()
                .map(past -> "#" + past.delivery().id().number())
                .collect(Collectors.joining(" ")),
            told(at.active().map(active -> active.delivery())),
            told(at.lastFailure().map(PlacementState.Failure::delivery)),
            at.queue().size(),
            at.controls().holds().size(),
            at.lastNumber());
  }

  private static String told(Optional<Delivery> delivery) {
    return delivery.map(one -> "#" + one.id().number() + " " + one.hash()).orElse("nothing");
  }

  private static String read(String name) throws IOException {
    try (InputStream in =
        Optional.ofNullable(RecordedLedgersTest.class.getResourceAsStream("/recorded/" + name))
            .orElseThrow()) {
      byte[] bytes =
          name.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
