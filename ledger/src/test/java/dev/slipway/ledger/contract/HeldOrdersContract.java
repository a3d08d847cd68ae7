package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.HeldOrders;
import dev.slipway.ledger.HeldOrders.Heard;
import dev.slipway.ledger.HeldOrders.Place;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every memory of held orders does. */
public abstract class HeldOrdersContract {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Map<ApplicationName, Fence> HOLDING =
      Map.of(new ApplicationName("shop"), new Fence(1, new Position(7)));

  /** The one under test, the same at every call. */
  protected abstract HeldOrders heldOrders();

  private static Place place(String target) {
    return new Place(
        Organisation.MAIN, new TargetId(new EnvironmentName("staging"), new TargetName(target)));
  }

  @Test
  void who_was_not_heard_is_not_known() {
    assertThat(heldOrders().last(place("edge"))).isEmpty();
  }

  @Test
  void the_last_word_counts_whatever_time_it_names() {
    Heard later = new Heard(NOON, HOLDING, Optional.of(NOON.plusSeconds(25)));
    Heard last = new Heard(NOON.minusSeconds(1), Map.of(), Optional.empty());
    heldOrders().heard(place("edge"), later);
    assertThat(heldOrders().last(place("edge"))).contains(later);
    heldOrders().heard(place("edge"), last);
    assertThat(heldOrders().last(place("edge"))).contains(last);
  }

  @Test
  void each_target_speaks_for_itself() {
    heldOrders().heard(place("edge"), new Heard(NOON, HOLDING, Optional.empty()));
    assertThat(heldOrders().last(place("core"))).isEmpty();
  }
}
