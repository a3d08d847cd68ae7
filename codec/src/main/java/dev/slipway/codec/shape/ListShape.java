package dev.slipway.codec.shape;

import java.util.ArrayList;
import java.util.List;

/** A list as an array. */
record ListShape(Shape element) implements Shape {

  @Override
  public void write(Object value, CanonicalText out) {
    String before = "";
    out.raw("[");
    for (Object each : (List<?>) value) {
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
    return List.copyOf(list);
  }
}
