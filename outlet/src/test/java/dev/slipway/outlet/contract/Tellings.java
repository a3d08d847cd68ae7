package dev.slipway.outlet.contract;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Telling;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What outlets are given to tell: of {@code shop/staging#3}, which began two minutes ago. */
public final class Tellings {

  public static final Instant AT = Instant.parse("2026-11-30T07:02:00.125Z");
  public static final Instant STARTED = Instant.parse("2026-11-30T07:00:00Z");
  public static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  public static final Digest ARTIFACT = Digest.ofHex("ab".repeat(32));
  public static final Placement PLACEMENT =
      new Placement(new ApplicationName("shop"), new EnvironmentName("staging"));

  private Tellings() {}

  /** All is known of it. */
  public static Telling of(Occasion occasion, String because) {
    return telling(List.of(happening(occasion, Optional.of(because), Optional.of(2))), false);
  }

  /** Several things that happened shortly after one another, without reasons. */
  public static Telling of(Occasion... occasions) {
    return telling(
        Arrays.stream(occasions)
            .map(occasion -> happening(occasion, Optional.empty(), Optional.of(2)))
            .toList(),
        false);
  }

  /** The first delivery there. */
  public static Telling first(Occasion occasion) {
    return telling(List.of(happening(occasion, Optional.empty(), Optional.empty())), false);
  }

  /** Nothing is to run there any more. */
  public static Telling emptied() {
    Happening known = happening(Occasion.SETTLED, Optional.empty(), Optional.of(2));
    Cargo cargo = known.cargo().orElseThrow();
    return telling(
        List.of(
            new Happening(
                known.position(),
                known.at(),
                known.occasion(),
                known.placement(),
                known.number(),
                known.shipment(),
                Optional.of(
                    new Cargo(cargo.sha(), cargo.repository(), Optional.empty(), cargo.base())),
                known.because(),
                known.started())),
        false);
  }

  /** What is left of it once most was forgotten. */
  public static Telling forgotten(Occasion occasion) {
    return telling(
        List.of(
            new Happening(
                new Position(7),
                AT,
                occasion,
                PLACEMENT,
                Optional.of(3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        false);
  }

  /** Nothing happened; somebody wants to see whether it arrives. */
  public static Telling rehearsal() {
    Happening none = forgotten(Occasion.SETTLED).last();
    return telling(
        List.of(
            new Happening(
                Position.START,
                none.at(),
                none.occasion(),
                none.placement(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        true);
  }

  private static Telling telling(List<Happening> happenings, boolean rehearsal) {
    return new Telling(
        "msg_0a1b2c",
        Organisation.MAIN,
        new NotificationName("shop-team"),
        happenings,
        0,
        rehearsal);
  }

  private static Happening happening(
      Occasion occasion, Optional<String> because, Optional<Integer> base) {
    boolean isQueued = occasion == Occasion.QUEUED;
    return new Happening(
        new Position(7 + Arrays.asList(Occasion.values()).indexOf(occasion)),
        AT,
        occasion,
        PLACEMENT,
        Optional.of(3).filter(_ -> !isQueued),
        Optional.of(new ShipmentId("s-7f21aa00bb11cc22")),
        Optional.of(
            new Cargo(
                new Sha(SHA),
                new RepositoryUrl("https://git.example/shop"),
                Optional.of(ARTIFACT),
                base)),
        because.map(it -> new Reason("because", it)),
        Optional.of(STARTED).filter(_ -> !isQueued));
  }
}
