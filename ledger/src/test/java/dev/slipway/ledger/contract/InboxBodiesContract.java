package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.InboxBodies;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every inbox does. */
public abstract class InboxBodiesContract {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Digest DIGEST = Digest.ofHex("ab".repeat(32));
  private static final Digest OTHER = Digest.ofHex("cd".repeat(32));
  private static final Bytes BODY = Bytes.ofUtf8("{}");

  protected abstract InboxBodies bodies();

  /** Closes the inbox and opens it again from what it kept. */
  protected abstract InboxBodies reopened();

  @Test
  void a_body_is_there_at_once_and_after_a_restart() {
    bodies().keep(Organisation.MAIN, DIGEST, BODY, NOON);
    assertThat(bodies().read(Organisation.MAIN, DIGEST)).contains(BODY);
    assertThat(reopened().read(Organisation.MAIN, DIGEST)).contains(BODY);
  }

  @Test
  void a_body_is_its_organisations_own() {
    bodies().keep(Organisation.MAIN, DIGEST, BODY, NOON);

    assertThat(bodies().read(new Organisation("other"), DIGEST)).isEmpty();
    assertThat(bodies().read(Organisation.MAIN, OTHER)).isEmpty();
  }

  @Test
  void what_is_older_is_forgotten_and_what_came_again_is_not() {
    bodies().keep(Organisation.MAIN, DIGEST, BODY, NOON.minusSeconds(10));
    bodies().keep(Organisation.MAIN, OTHER, BODY, NOON.minusSeconds(10));
    bodies().keep(Organisation.MAIN, OTHER, BODY, NOON);

    assertThat(bodies().forgetBefore(NOON, 10)).isEqualTo(1);
    assertThat(bodies().read(Organisation.MAIN, DIGEST)).isEmpty();
    assertThat(bodies().read(Organisation.MAIN, OTHER)).contains(BODY);
  }

  @Test
  void of_much_that_is_old_the_oldest_is_forgotten_and_no_more_than_was_asked_for() {
    bodies().keep(Organisation.MAIN, DIGEST, BODY, NOON.minusSeconds(10));
    bodies().keep(Organisation.MAIN, OTHER, BODY, NOON.minusSeconds(20));

    assertThat(bodies().forgetBefore(NOON, 1)).isEqualTo(1);
    assertThat(bodies().read(Organisation.MAIN, OTHER)).isEmpty();
    assertThat(bodies().read(Organisation.MAIN, DIGEST)).contains(BODY);
    assertThat(bodies().forgetBefore(NOON, 1)).isEqualTo(1);
    assertThat(bodies().forgetBefore(NOON, 1)).isZero();
  }
}
