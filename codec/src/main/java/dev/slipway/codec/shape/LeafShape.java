package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.slipway.model.StreamKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The shape of a type that is not a record of the model.
 *
 * @param writing from a value to JSON
 * @param reading from JSON to a value; throws {@link Undecodable}
 */
record LeafShape(Function<Object, JsonNode> writing, Function<JsonNode, Object> reading)
    implements Shape {

  private static final Map<Class<?>, Shape> ALL =
      Map.of(
          String.class, new LeafShape(text -> new TextNode((String) text), LeafShape::text),
          int.class, new LeafShape(number -> new LongNode((int) number), LeafShape::integer),
          Integer.class, new LeafShape(number -> new LongNode((int) number), LeafShape::integer),
          long.class, new LeafShape(number -> new LongNode((long) number), LeafShape::number),
          boolean.class,
              new LeafShape(truth -> BooleanNode.valueOf((boolean) truth), LeafShape::truth),
          Instant.class, new LeafShape(at -> millis((Instant) at), LeafShape::instant),
          Duration.class, new LeafShape(span -> millis((Duration) span), LeafShape::duration),
          StreamKey.class, new LeafShape(key -> new TextNode(key.toString()), LeafShape::stream));

  static Optional<Shape> of(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  @Override
  public JsonNode encode(Object value) {
    return writing.apply(value);
  }

  @Override
  public Object decode(JsonNode json) {
    return reading.apply(json);
  }

  static String text(JsonNode json) {
    if (!json.isTextual()) {
      throw new Undecodable("", "must be a text");
    }
    String text = json.textValue();
    if (!Texts.isWellFormed(text)) {
      throw new Undecodable("", "must be well-formed Unicode");
    }
    return text;
  }

  static long number(JsonNode json) {
    if (!json.isIntegralNumber() || !json.canConvertToLong()) {
      throw new Undecodable("", "must be an integer");
    }
    long number = json.longValue();
    if (Math.abs(number) > Integers.MAX) {
      throw new Undecodable("", "must be an integer of at most 53 bits");
    }
    return number;
  }

  private static int integer(JsonNode json) {
    long number = number(json);
    if ((int) number != number) {
      throw new Undecodable("", "must be an integer of at most 31 bits");
    }
    return (int) number;
  }

  private static boolean truth(JsonNode json) {
    if (!json.isBoolean()) {
      throw new Undecodable("", "must be true or false");
    }
    return json.booleanValue();
  }

  private static StreamKey stream(JsonNode json) {
    try {
      return StreamKey.parse(text(json));
    } catch (IllegalArgumentException e) {
      throw new Undecodable("", "must be a stream key");
    }
  }

  private static Instant instant(JsonNode json) {
    return Instant.ofEpochMilli(number(json));
  }

  private static Duration duration(JsonNode json) {
    return Duration.ofMillis(number(json));
  }

  /** Refuses what would come back different: the finer part would be lost without a trace. */
  private static LongNode millis(Instant at) {
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("Times are kept in whole milliseconds");
    }
    return new LongNode(at.toEpochMilli());
  }

  private static LongNode millis(Duration span) {
    if (!span.equals(span.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("Durations are kept in whole milliseconds");
    }
    return new LongNode(span.toMillis());
  }
}
