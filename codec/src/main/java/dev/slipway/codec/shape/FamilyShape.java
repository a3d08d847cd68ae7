package dev.slipway.codec.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A variant of a sealed family as an object that says in {@code "is"} which one it is. */
public final class FamilyShape implements Shape {

  static final String TAG = "is";

  /**
   * A record of the family.
   *
   * @param tag its name as it is written, with its key
   */
  private record Variant(String name, String tag, RecordShape shape) {}

  private final Map<String, RecordShape> shapes = new TreeMap<>();
  private final Map<Class<?>, Variant> variants = new HashMap<>();

  /** Finds the shape of every record that {@code family} permits. */
  public FamilyShape(Class<?> family) {
    for (Class<?> variant : family.getPermittedSubclasses()) {
      RecordShape shape = new RecordShape(variant);
      String name = Texts.hyphenated(variant.getSimpleName());
      if (shape.has(TAG) || shapes.put(name, shape) != null) {
        throw new IllegalArgumentException("No distinct JSON shape for " + variant);
      }
      String tag = new CanonicalText().text(TAG).raw(":").text(name).toString();
      variants.put(variant, new Variant(name, tag, shape));
    }
  }

  private Variant variant(Object value) {
    Variant variant = variants.get(value.getClass());
    if (variant == null) {
      throw new IllegalArgumentException("No variant of this family: " + value.getClass());
    }
    return variant;
  }

  /** The name of a value's variant, such as {@code head-moved}. */
  public String name(Object value) {
    return variant(value).name;
  }

  /** All names, sorted. */
  public Set<String> names() {
    return shapes.keySet();
  }

  /** The shape of the variant with this name, without the name in it. */
  public Optional<RecordShape> named(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  /** The canonical text of a value, without the name of its variant in it. */
  public String bareText(Object value) {
    return CanonicalText.of(variant(value).shape, value).toString();
  }

  @Override
  public void write(Object value, CanonicalText out) {
    Variant variant = variant(value);
    variant.shape.write(value, variant.tag, out);
  }

  @Override
  public Object decode(Json json) {
    if (!(json instanceof Json.Members(Map<String, Json> members)) || !members.containsKey(TAG)) {
      throw new Undecodable("", "must be an object that says what it is in \"" + TAG + "\"");
    }
    return named(LeafShape.text(members.get(TAG)))
        .orElseThrow(() -> new Undecodable(TAG, "must be one of " + String.join(", ", names())))
        .decodeAmong(json, Set.of(TAG));
  }
}
