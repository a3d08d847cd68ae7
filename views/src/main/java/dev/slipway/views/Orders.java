package dev.slipway.views;

import dev.slipway.model.Position;
import java.time.Instant;

/** How rows are ordered by place and by time, as texts of equal length. Stateless. */
public final class Orders {

  private Orders() {}

  public static String of(Position position) {
    return "%019d".formatted(position.value());
  }

  public static String of(int number) {
    return "%010d".formatted(number);
  }

  /** Sorts before everything that happened at this instant. */
  public static String of(Instant at) {
    return "%015d".formatted(at.toEpochMilli());
  }

  public static String of(Instant at, Position position) {
    return of(at) + "-" + of(position);
  }
}
