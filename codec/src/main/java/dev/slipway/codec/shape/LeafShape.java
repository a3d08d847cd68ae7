package dev.slipway.codec.shape;

import dev.slipway.model.StreamKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The shape of a type that is not a record of the model.
 *
 * @param writing from a value to JSON
 * @param reading from JSON to a value; throws {@link Undecodable}
 */
record LeafShape(BiConsumer<Object, CanonicalText> writing, Function<Json, Object> reading)
    implements Shape {

  private static final Map<Class<?>, Shape> ALL =
      Map.of(
          String.class,
          new LeafShape((text, out) -> out.text((String) text), LeafShape::text),
          int.class,
          new LeafShape((number, out) -> out.integer((int) number), LeafShape::integer),
          Integer.class,
          new LeafShape((number, out) -> out.integer((int) number), LeafShape::integer),
          long.class,
          new LeafShape((number, out) -> out.integer((long) number), LeafShape::number),
          boolean.class,
          new LeafShape((truth, out) -> out.raw(truth.toString()), LeafShape::truth),
          Instant.class,
          new LeafShape((at, out) -> out.integer(millis((Instant) at)), LeafShape::instant),
          Duration.class,
          new LeafShape((span, out) -> out.integer(millis((Duration) span)), LeafShape::duration),
          StreamKey.class,
          new LeafShape((key, out) -> out.text(key.toString()), LeafShape::stream));

  static Optional<Shape> of(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  @Override
  public void write(Object value, CanonicalText out) {
    writing.accept(value, out);
  }

  @Override
  public Object decode(Json json) {
    return reading.apply(json);
  }

  static String text(Json json) {
    if (!(json instanceof Json.Text(String text))) {
      throw new Undecodable("", "must be a text");
    }
    return text;
  }

  private static long number(Json json) {
    if (!(json instanceof Json.Whole(long number))) {
      throw new Undecodable("", "must be an integer of at most 53 bits");
    }
    return number;
  }

  private static int integer(Json json) {
    long number = number(json);
    if ((int) number != number) {
      throw new Undecodable("", "must be an integer of at most 31 bits");
    }
    return (int) number;
  }

  private static boolean truth(Json json) {
    if (!(json instanceof Json.Truth(boolean truth))) {
      throw new Undecodable("", "must be true or false");
    }
    return truth;
  }

  private static StreamKey stream(Json json) {
    try {
      return StreamKey.parse(text(json));
    } catch (IllegalArgumentException e) {
      throw new Undecodable("", "must be a stream key");
    }
  }

  private static Instant instant(Json json) {
    return Instant.ofEpochMilli(number(json));
  }

  private static Duration duration(Json json) {
    return Duration.ofMillis(number(json));
  }

  /** Refuses what would come back different: the finer part would be lost without a trace. */
  private static long millis(Instant at) {
    long millis = at.toEpochMilli();
    if (!at.equals(Instant.ofEpochMilli(millis))) {
      throw new IllegalArgumentException("Times are kept in whole milliseconds");
    }
    return millis;
  }

  private static long millis(Duration span) {
    long millis = span.toMillis();
    if (!span.equals(Duration.ofMillis(millis))) {
      throw new IllegalArgumentException("Durations are kept in whole milliseconds");
    }
    return millis;
  }
}
