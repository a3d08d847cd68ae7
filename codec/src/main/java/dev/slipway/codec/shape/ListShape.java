package dev.slipway.codec.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A collection as an array.
 *
 * @param collected makes the collection of its elements
 */
record ListShape(Shape element, Function<List<Object>, Object> collected) implements Shape {

  @Override
  public void write(Object value, CanonicalText out) {
    String before = "";
    out.raw("[");
    for (Object each : (Collection<?>) value) {
      out.raw(before).value(element, each);
      before = ",";
    }
    out.raw("]");
  }

  @Override
  public Object decode(Json json) {
    if (!(json instanceof Json.Items(List<Json> items))) {
      throw new Undecodable("", "must be a list");
    }
    List<Object> list = new ArrayList<>(items.size());
    for (Json each : items) {
      try {
        list.add(element.decode(each));
      } catch (Undecodable e) {
        throw e.within(Integer.toString(list.size()));
      }
    }
    return collected.apply(list);
  }
}
