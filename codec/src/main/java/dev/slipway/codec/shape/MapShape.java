package dev.slipway.codec.shape;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map from texts as an object. */
record MapShape(Shape element) implements Shape {

  @Override
  public void write(Object value, CanonicalText out) {
    String before = "";
    out.raw("{");
    for (Map.Entry<String, ?> each : naturallySorted(value).entrySet()) {
      out.raw(before).text(each.getKey()).raw(":").value(element, each.getValue());
      before = ",";
    }
    out.raw("}");
  }

  /** Texts compare by their UTF-16 code units, which is the order that RFC 8785 asks for. */
  @SuppressWarnings("unchecked") // Shapes gives this shape to maps from texts only.
  private static SortedMap<String, ?> naturallySorted(Object value) {
    SortedMap<String, ?> map = (SortedMap<String, ?>) value;
    return map.comparator() == null ? map : new TreeMap<String, Object>((Map<String, ?>) map);
  }

  @Override
  public Object decode(Json json) {
    if (!(json instanceof Json.Members(Map<String, Json> members))) {
      throw new Undecodable("", "must be an object");
    }
    SortedMap<String, Object> map = new TreeMap<>();
    for (Map.Entry<String, Json> each : members.entrySet()) {
      try {
        map.put(each.getKey(), element.decode(each.getValue()));
      } catch (Undecodable e) {
        // The key is from outside and is not repeated.
        throw e.within("*");
      }
    }
    return Collections.unmodifiableSortedMap(map);
  }
}
