package dev.slipway.codec.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) from outside, strictly and within bounds: no duplicate keys, no half
 * surrogate pairs, nothing after the value, at most 64 levels. It keeps just what shapes look at.
 * Thread-safe.
 */
public final class JsonText {

  private static final int DEPTH_MAX = 64;

  /** The length of -9007199254740991; what is longer has more than 53 bits. */
  private static final int WHOLE_LENGTH_MAX = 17;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonText() {}

  /**
   * Reads one value.
   *
   * @throws Undecodable when there are more than {@code sizeMax} bytes, or they are not UTF-8, or
   *     not one JSON value
   */
  public static Json read(byte[] bytes, int sizeMax) {
    if (bytes.length > sizeMax) {
      throw new Undecodable("", "is larger than " + sizeMax + " bytes");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What is not UTF-8 became U+FFFD; where there is one, it must have been written as one.
    if (text.indexOf('\uFFFD') >= 0
        && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
      throw new Undecodable("", "is not UTF-8");
    }
    return document(text);
  }

  /** As {@link #read(byte[], int)}, with the bound in characters. */
  public static Json read(String text, int lengthMax) {
    if (text.length() > lengthMax) {
      throw new Undecodable("", "is longer than " + lengthMax + " characters");
    }
    return document(wellFormed(text));
  }

  private static Json document(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw malformed();
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new Undecodable("", "is too large, or more than " + DEPTH_MAX + " levels deep");
    } catch (IOException e) {
      throw malformed();
    }
  }

  /** The value that begins with the present token. */
  private static Json value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> new Json.Members(members(parser));
      case START_ARRAY -> new Json.Items(items(parser));
      case VALUE_STRING -> new Json.Text(wellFormed(parser.getText()));
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> new Json.OtherNumber();
      case VALUE_TRUE -> new Json.Truth(true);
      case VALUE_FALSE -> new Json.Truth(false);
      case VALUE_NULL -> new Json.Nothing();
      case null -> throw malformed();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw malformed();
    };
  }

  private static Map<String, Json> members(JsonParser parser) throws IOException {
    Map<String, Json> members = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      members.put(wellFormed(name), value(parser));
    }
    return members;
  }

  private static List<Json> items(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static Json integer(JsonParser parser) throws IOException {
    if (parser.getTextLength() > WHOLE_LENGTH_MAX) {
      return new Json.OtherNumber();
    }
    long value = parser.getLongValue();
    return Math.abs(value) <= Integers.MAX ? new Json.Whole(value) : new Json.OtherNumber();
  }

  private static String wellFormed(String text) {
    if (!Texts.isWellFormed(text)) {
      throw new Undecodable("", "must be well-formed Unicode");
    }
    return text;
  }

  private static Undecodable malformed() {
    return new Undecodable("", "is not well-formed JSON");
  }
}
