package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Peers;
import dev.slipway.ledger.Peers.Word;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every memory of processes does. */
public abstract class PeersContract {

  /** The one under test, the same at every call. */
  protected abstract Peers peers();

  @Test
  void in_the_beginning_nobody_has_said_anything() {
    assertThat(peers().all()).isEmpty();
  }

  @Test
  void the_last_word_of_each_counts() {
    peers().says("one", new Word(1, 7));
    peers().says("other", new Word(1, 8));
    peers().says("one", new Word(2, 7));
    assertThat(peers().all()).isEqualTo(Map.of("one", new Word(2, 7), "other", new Word(1, 8)));
  }

  @Test
  void who_left_is_not_there_and_comes_back_with_its_next_word() {
    peers().says("one", new Word(1, 7));
    peers().leaves("one");
    peers().leaves("nobody");
    assertThat(peers().all()).isEmpty();
    peers().says("one", new Word(2, 7));
    assertThat(peers().all()).containsOnlyKeys("one");
  }
}
