package dev.slipway.codec.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A record as an object by its components' names. */
public final class RecordShape implements Shape {

  /**
   * A component.
   *
   * @param index where it is declared
   * @param key its name as it is written, with quotes and colon
   */
  private record Part(int index, String name, String key, Shape shape, boolean optional) {

    /** Writes it, if there is anything to write; whether there was. */
    boolean write(Object[] contents, String before, CanonicalText out) {
      Object content = contents[index];
      if (optional) {
        Optional<?> present = (Optional<?>) content;
        if (present.isEmpty()) {
          return false;
        }
        content = present.get();
      }
      out.raw(before).raw(key).value(shape, content);
      return true;
    }
  }

  private final Components components;

  /** In canonical order. */
  private final List<Part> parts = new ArrayList<>();

  private final Set<String> names = new TreeSet<>();

  /** How many parts come before {@link FamilyShape#TAG}. */
  private final int tagPlace;

  RecordShape(Class<?> type) {
    this(type, Arguments.NONE);
  }

  /** As above, of a generic record. */
  RecordShape(Class<?> type, Arguments arguments) {
    components = new Components(type);
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(part(parts.size(), component, arguments.in(component.getGenericType())));
      names.add(component.getName());
    }
    parts.sort(Comparator.comparing(Part::name));
    tagPlace = (int) names.stream().filter(name -> name.compareTo(FamilyShape.TAG) < 0).count();
  }

  private static Part part(int index, RecordComponent component, Type type) {
    String name = component.getName();
    String key = "\"" + name + "\":";
    if (component.getType() == Optional.class && type instanceof ParameterizedType optional) {
      Shape content = Shapes.of(optional.getActualTypeArguments()[0]);
      return new Part(index, name, key, content, true);
    }
    return new Part(index, name, key, Shapes.of(type), false);
  }

  /** Whether a component has this name. */
  boolean has(String name) {
    return names.contains(name);
  }

  @Override
  public void write(Object value, CanonicalText out) {
    write(value, "", out);
  }

  /** Writes a record with {@code tag} in its place among the components; it may be empty. */
  void write(Object value, String tag, CanonicalText out) {
    Object[] contents = components.take(value);
    String before = "{";
    for (int i = 0; i <= parts.size(); i++) {
      if (i == tagPlace && !tag.isEmpty()) {
        out.raw(before).raw(tag);
        before = ",";
      }
      if (i < parts.size() && parts.get(i).write(contents, before, out)) {
        before = ",";
      }
    }
    out.raw(before.equals("{") ? "{}" : "}");
  }

  @Override
  public Object decode(Json json) {
    return decodeAmong(json, Set.of());
  }

  /** As {@link #decode(Json)}, where keys of others may lie among the components. */
  public Object decodeAmong(Json json, Set<String> foreign) {
    if (!(json instanceof Json.Members(Map<String, Json> members))) {
      throw new Undecodable("", "must be an object");
    }
    for (String name : members.keySet()) {
      if (!names.contains(name) && !foreign.contains(name)) {
        throw new Undecodable("", "has an unknown key; known are " + String.join(", ", names));
      }
    }
    Object[] contents = new Object[parts.size()];
    for (Part part : parts) {
      contents[part.index] = content(part, Optional.ofNullable(members.get(part.name)));
    }
    return components.make(contents);
  }

  private static Object content(Part part, Optional<Json> json) {
    if (json.isEmpty()) {
      if (part.optional) {
        return Optional.empty();
      }
      throw new Undecodable(part.name, "is missing");
    }
    try {
      Object decoded = part.shape.decode(json.get());
      return part.optional ? Optional.of(decoded) : decoded;
    } catch (Undecodable e) {
      throw e.within(part.name);
    }
  }
}
