package dev.slipway.codec.shape;

/** A record of one text or number as that text or number. */
final class ValueShape implements Shape {

  private final Components components;
  private final Shape content;

  ValueShape(Class<?> type) {
    components = new Components(type);
    content = Shapes.of(type.getRecordComponents()[0].getType());
  }

  @Override
  public void write(Object value, CanonicalText out) {
    content.write(components.take(value)[0], out);
  }

  @Override
  public Object decode(Json json) {
    return components.make(content.decode(json));
  }
}
