package dev.slipway.codec.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A map from anything as an array of pairs, in the map's own order.
 *
 * @param collected makes the map of its pairs
 */
record PairsShape(Shape key, Shape value, Function<Map<Object, Object>, Object> collected)
    implements Shape {

  @Override
  public void write(Object map, CanonicalText out) {
    String before = "[";
    out.raw("[");
    for (Map.Entry<?, ?> each : ((Map<?, ?>) map).entrySet()) {
      out.raw(before).value(key, each.getKey()).raw(",").value(value, each.getValue()).raw("]");
      before = ",[";
    }
    out.raw("]");
  }

  @Override
  public Object decode(Json json) {
    if (!(json instanceof Json.Items(List<Json> pairs))) {
      throw new Undecodable("", "must be a list of pairs");
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Json pair : pairs) {
      try {
        if (!(pair instanceof Json.Items(List<Json> both)) || both.size() != 2) {
          throw new Undecodable("", "must be a pair");
        }
        map.put(key.decode(both.getFirst()), value.decode(both.getLast()));
      } catch (Undecodable e) {
        throw e.within(Integer.toString(map.size()));
      }
    }
    return collected.apply(map);
  }
}
