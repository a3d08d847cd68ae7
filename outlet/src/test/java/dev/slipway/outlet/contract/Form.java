package dev.slipway.outlet.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody outside takes, as they published it: an object of JSON whose fields are known, each
 * with what it must be. A stand-in that keeps to it refuses a field too many as it does one that is
 * missing, so that nothing is sent that the real one would leave out in silence.
 *
 * @param required that have to be there
 * @param optional that may be there
 */
public record Form(
    Map<String, Predicate<JsonNode>> required, Map<String, Predicate<JsonNode>> optional) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Form {
    required = Map.copyOf(required);
    optional = Map.copyOf(optional);
  }

  /** A text of one to so many characters. */
  public static Predicate<JsonNode> text(int lengthMax) {
    return value ->
        value.isTextual() && !value.asText().isEmpty() && value.asText().length() <= lengthMax;
  }

  /** One of a few words. */
  public static Predicate<JsonNode> word(String... words) {
    return value -> value.isTextual() && Set.of(words).contains(value.asText());
  }

  /** A whole number within bounds. */
  public static Predicate<JsonNode> number(long least, long most) {
    return value -> value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most;
  }

  /** A list of one to so many. */
  public static Predicate<JsonNode> list(int countMax, Predicate<JsonNode> item) {
    return value -> {
      boolean isList = value.isArray() && !value.isEmpty() && value.size() <= countMax;
      return isList && value.valueStream().allMatch(item);
    };
  }

  /**
   * Reads a body.
   *
   * @throws AssertionError when the real one would not take it, or not all of it
   */
  public JsonNode take(String body) {
    JsonNode object;
    try {
      object = JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError("It is no JSON: " + body, noJson);
    }
    Set<String> missing = new HashSet<>(required.keySet());
    object
        .properties()
        .forEach(field -> {
          String name = field.getKey();
          missing.remove(name);
          Predicate<JsonNode> be = required.getOrDefault(name, optional.get(name));
          if (be == null) {
            throw new AssertionError("It knows no " + name + ": " + body);
          }
          if (!be.test(field.getValue())) {
            throw new AssertionError(name + " is not as published: " + field.getValue());
          }
        });
    if (!object.isObject() || !missing.isEmpty()) {
      throw new AssertionError("It has not all that is required, " + missing + ": " + body);
    }
    return object;
  }
}
