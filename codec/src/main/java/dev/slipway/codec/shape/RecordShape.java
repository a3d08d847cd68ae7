package dev.slipway.codec.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A record as an object by its components' names. */
public final class RecordShape implements Shape {

  private record Part(String name, Shape shape, boolean optional) {}

  private final Components components;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  RecordShape(Class<?> type) {
    components = new Components(type);
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(part(component));
      names.add(component.getName());
    }
  }

  private static Part part(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return new Part(component.getName(), Shapes.of(generic.getActualTypeArguments()[0]), true);
    }
    return new Part(component.getName(), Shapes.of(type), false);
  }

  /** Whether a component has this name. */
  boolean has(String name) {
    return names.contains(name);
  }

  @Override
  public ObjectNode encode(Object value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Object content = components.get(value, i);
      Optional<?> present = part.optional ? (Optional<?>) content : Optional.of(content);
      present.ifPresent(it -> object.set(part.name, part.shape.encode(it)));
    }
    return object;
  }

  @Override
  public Object decode(JsonNode json) {
    return decodeAmong(json, Set.of());
  }

  /** As {@link #decode(JsonNode)}, where keys of others may lie among the components. */
  public Object decodeAmong(JsonNode json, Set<String> foreign) {
    if (!json.isObject()) {
      throw new Undecodable("", "must be an object");
    }
    json.fieldNames()
        .forEachRemaining(name -> {
          if (!names.contains(name) && !foreign.contains(name)) {
            throw new Undecodable("", "has an unknown key; known are " + String.join(", ", names));
          }
        });
    Object[] contents = new Object[parts.size()];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = content(parts.get(i), json);
    }
    return components.make(contents);
  }

  private static Object content(Part part, JsonNode json) {
    JsonNode content = json.get(part.name);
    if (content == null) {
      if (part.optional) {
        return Optional.empty();
      }
      throw new Undecodable(part.name, "is missing");
    }
    try {
      Object decoded = part.shape.decode(content);
      return part.optional ? Optional.of(decoded) : decoded;
    } catch (Undecodable e) {
      throw e.within(part.name);
    }
  }
}
