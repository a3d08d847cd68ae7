package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A variant of a sealed family as an object that says in {@code "is"} which one it is. */
public final class FamilyShape implements Shape {

  private static final String TAG = "is";

  private final Map<String, RecordShape> shapes = new TreeMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();

  /** Finds the shape of every record that {@code family} permits. */
  public FamilyShape(Class<?> family) {
    for (Class<?> variant : family.getPermittedSubclasses()) {
      RecordShape shape = new RecordShape(variant);
      String name = Texts.hyphenated(variant.getSimpleName());
      if (shape.has(TAG) || shapes.put(name, shape) != null) {
        throw new IllegalArgumentException("No distinct JSON shape for " + variant);
      }
      names.put(variant, name);
    }
  }

  /** The name of a value's variant, such as {@code head-moved}. */
  public String name(Object value) {
    String name = names.get(value.getClass());
    if (name == null) {
      throw new IllegalArgumentException("No variant of this family: " + value.getClass());
    }
    return name;
  }

  /** All names, sorted. */
  public Set<String> names() {
    return shapes.keySet();
  }

  /** The shape of the variant with this name, without the name in it. */
  public Optional<RecordShape> named(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  /** A value without the name of its variant in it. */
  public ObjectNode encodeBare(Object value) {
    return named(name(value)).orElseThrow().encode(value);
  }

  @Override
  public JsonNode encode(Object value) {
    return encodeBare(value).put(TAG, name(value));
  }

  @Override
  public Object decode(JsonNode json) {
    JsonNode tag = json.get(TAG);
    if (tag == null) {
      throw new Undecodable("", "must be an object that says what it is in \"" + TAG + "\"");
    }
    return named(LeafShape.text(tag))
        .orElseThrow(() -> new Undecodable(TAG, "must be one of " + String.join(", ", names())))
        .decodeAmong(json, Set.of(TAG));
  }
}
