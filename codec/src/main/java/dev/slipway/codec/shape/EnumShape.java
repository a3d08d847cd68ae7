package dev.slipway.codec.shape;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An enum constant as a text. */
final class EnumShape implements Shape {

  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final Map<Object, String> names = new HashMap<>();

  EnumShape(Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      String name = Texts.hyphenated(((Enum<?>) constant).name());
      constants.put(name, constant);
      names.put(constant, name);
    }
  }

  @Override
  public void write(Object value, CanonicalText out) {
    out.text(Objects.requireNonNull(names.get(value)));
  }

  @Override
  public Object decode(Json json) {
    Object constant = constants.get(LeafShape.text(json));
    if (constant == null) {
      throw new Undecodable("", "must be one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }
}
