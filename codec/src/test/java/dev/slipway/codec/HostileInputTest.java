package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.Bytes;
import dev.slipway.model.observation.Report;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes from anybody give a value or the one documented error, and nothing else. */
class HostileInputTest {

  private static final SigningKey KEY = SigningKey.of(new byte[32]);
  private static final int ROUNDS = 20_000;
  private static final String INTERESTING = "{}[]\":,0123456789-.eE\\u/ \u0000\ud800ntf";

  @Test
  void a_mutated_report_is_refused_or_can_be_written_down_again() {
    Random chance = new Random(1);
    String text = ReportCodec.encode(Samples.ENDED);
    for (int round = 0; round < ROUNDS; round++) {
      String mutated = mutate(text, chance);
      Optional<Report> report = decode(mutated);
      report.ifPresent(it -> assertThat(ReportCodec.decode(ReportCodec.encode(it))).isEqualTo(it));
    }
  }

  private static Optional<Report> decode(String text) {
    try {
      return Optional.of(ReportCodec.decode(text));
    } catch (Undecodable e) {
      return Optional.empty();
    }
  }

  private static String mutate(String text, Random chance) {
    StringBuilder mutated = new StringBuilder(text);
    for (int i = chance.nextInt(3); i >= 0; i--) {
      int at = chance.nextInt(mutated.length());
      char other = INTERESTING.charAt(chance.nextInt(INTERESTING.length()));
      switch (chance.nextInt(3)) {
        case 0 -> mutated.setCharAt(at, other);
        case 1 -> mutated.insert(at, other);
        default -> mutated.delete(at, Math.min(mutated.length() - 1, at + chance.nextInt(20)));
      }
    }
    return mutated.toString();
  }

  @Test
  void a_mutated_envelope_is_never_genuine() {
    Random chance = new Random(2);
    byte[] envelope = OrderCodec.sign(Samples.ORDER, KEY).toArray();
    for (int round = 0; round < ROUNDS / 10; round++) {
      byte[] mutated = envelope.clone();
      mutated[chance.nextInt(mutated.length)] ^= (byte) (1 << chance.nextInt(8));
      Opened opened = OrderCodec.open(Bytes.of(mutated), id -> Optional.of(KEY.publicKey()));
      // Base64 has spare bits, and a key id is a hint: what was signed is never another thing.
      if (opened instanceof Opened.Genuine genuine) {
        assertThat(genuine.order()).isEqualTo(Samples.ORDER);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"is\":\"ended\"}",
        "{\"is\":7}",
        "{\"is\":\"nothing\"}",
        "{\"is\":\"ended\",\"is\":\"ended\"}",
        "{} {}",
        "1e999999999",
        "\"\\ud800\""
      })
  void what_is_no_report_is_undecodable(String text) {
    assertThatThrownBy(() -> ReportCodec.decode(text)).isInstanceOf(Undecodable.class);
  }

  @Test
  void what_is_too_deep_or_too_long_is_undecodable() {
    assertThatThrownBy(() -> ReportCodec.decode("[".repeat(100_000)))
        .isInstanceOf(Undecodable.class);
    assertThatThrownBy(() -> ReportCodec.decode(" ".repeat(262_145)))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("262144");
  }

  @Test
  void bytes_that_are_no_utf8_are_undecodable() {
    assertThatThrownBy(() -> EntryCodec.decode(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}))
        .isInstanceOf(Undecodable.class);
  }

  @Test
  void a_message_names_the_place_and_not_the_value() {
    String text = ReportCodec.encode(Samples.ENDED).replace("\"staging\"", "\"<script>\"");

    assertThatThrownBy(() -> ReportCodec.decode(text))
        .hasMessageContaining("slot.target.environment")
        .hasMessageNotContaining("script");
  }

  @Test
  void an_entry_of_a_later_version_or_type_asks_for_a_newer_slipway() {
    String entry =
        new String(
            EntryCodec.encode(Samples.recorded(Samples.ENTRIES.get(0)), Samples.DIGEST),
            StandardCharsets.UTF_8);

    for (String newer :
        Arrays.asList(
            entry.replace("\"version\":1", "\"version\":2"),
            entry.replace("\"type\":\"", "\"type\":\"new-"))) {
      assertThatThrownBy(() -> EntryCodec.decode(newer.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(Undecodable.class)
          .hasMessageContaining("newer Slipway");
    }
  }
}
