package dev.slipway.ledger.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Logs.About;
import dev.slipway.ledger.Logs.Piece;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every keeper of logs does. */
public abstract class LogsContract {

  protected static final DeliveryId DELIVERY =
      new DeliveryId(new Placement(new ApplicationName("shop"), new EnvironmentName("staging")), 3);

  protected static final Logs.Id LOG =
      new Logs.Id(Organisation.MAIN, DELIVERY, "local.web.web-1.1.7");

  protected abstract Logs logs();

  @Test
  void pieces_that_come_again_overlap_or_begin_too_far_on_make_the_same_bytes() throws IOException {
    byte[] written = new byte[5000];
    Random chance = new Random(7);
    chance.nextBytes(written);
    long next = 0;
    while (next < written.length) {
      int from = (int) Math.max(0, next - 300 + chance.nextInt(400));
      int until = Math.min(written.length, from + chance.nextInt(500));
      next =
          logs()
              .take(LOG, piece(Math.min(from, until), slice(written, Math.min(from, until), until)))
              .next();
      assertThat(about().size()).isEqualTo(next);
    }
    assertThat(content(0, 10_000)).isEqualTo(written);
    assertThat(content(4990, 100)).isEqualTo(slice(written, 4990, 5000));
    assertThat(content(5000, 100)).isEmpty();
  }

  @Test
  void asking_makes_nothing_and_tells_how_far_it_is() throws IOException {
    assertThat(logs().take(LOG, piece(9, new byte[0])).next()).isZero();
    assertThat(logs().find(LOG)).isEmpty();
    logs().take(LOG, piece(0, "abc".getBytes(UTF_8)));
    assertThat(logs().take(LOG, piece(9, new byte[0])).next()).isEqualTo(3);
  }

  @Test
  void what_was_lost_is_said_in_the_log_and_beside_it() throws IOException {
    logs().take(LOG, piece(0, "early\n".getBytes(UTF_8)));
    long next =
        logs()
            .take(LOG, new Piece(106, ByteBuffer.wrap("late\n".getBytes(UTF_8)), true, false))
            .next();
    assertThat(next).isEqualTo(111);
    String lost = new String(Logs.lostLine(100), UTF_8);
    assertThat(new String(content(0, 1000), UTF_8)).isEqualTo("early\n%slate\n", lost);
    assertThat(about().dropped()).isEqualTo(100);
    assertThat(logs().take(LOG, piece(111, "more\n".getBytes(UTF_8))).next()).isEqualTo(116);
  }

  @Test
  void a_log_ends_and_goes_on_when_more_comes_after_all() throws IOException {
    Piece last = new Piece(0, ByteBuffer.wrap("all".getBytes(UTF_8)), false, true);
    assertThat(logs().take(LOG, last).finished()).isTrue();
    assertThat(logs().take(LOG, last).finished()).isTrue();
    assertThat(about().finished()).isTrue();
    assertThat(logs().take(LOG, piece(3, "!".getBytes(UTF_8))).finished()).isFalse();
    assertThat(new String(content(0, 9), UTF_8)).isEqualTo("all!");
  }

  @Test
  void logs_are_listed_by_name_for_their_delivery_and_organisation_alone() throws IOException {
    Logs.Id other = new Logs.Id(Organisation.MAIN, DELIVERY, "local.web.web-2.1.7");
    logs().take(other, piece(0, new byte[1]));
    logs().take(LOG, piece(0, new byte[1]));
    assertThat(logs().of(Organisation.MAIN, DELIVERY))
        .extracting(About::name)
        .containsExactly(LOG.name(), other.name());
    assertThat(logs().of(new Organisation("theirs"), DELIVERY)).isEmpty();
    assertThat(logs().of(Organisation.MAIN, new DeliveryId(DELIVERY.placement(), 4))).isEmpty();
  }

  protected About about() throws IOException {
    return logs().find(LOG).orElseThrow();
  }

  protected byte[] content(long offset, int max) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(max);
    logs().read(LOG, offset, into);
    return slice(into.array(), 0, into.position());
  }

  protected static Piece piece(long offset, byte[] content) {
    return new Piece(offset, ByteBuffer.wrap(content), false, false);
  }

  private static byte[] slice(byte[] bytes, int from, int until) {
    return Arrays.copyOfRange(bytes, from, until);
  }
}
