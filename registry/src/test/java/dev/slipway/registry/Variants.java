package dev.slipway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** JSON with one thing wrong. */
public final class Variants {

  private Variants() {}

  /** The text with each of its members removed, nulled and retyped. */
  public static List<String> of(String text) throws Refusal {
    List<String> variants = new ArrayList<>();
    JsonNodeFactory make = JsonNodeFactory.instance;
    List<JsonNode> instead =
        List.of(
            make.nullNode(),
            make.numberNode(-1),
            make.textNode("other"),
            make.arrayNode(),
            make.objectNode(),
            make.booleanNode(true));
    int members = members(Json.object(text, "", "")).size();
    for (int i = 0; i < members; i++) {
      for (int j = -1; j < instead.size(); j++) {
        ObjectNode copy = Json.object(text, "", "");
        Member member = members(copy).get(i);
        if (j < 0) {
          member.remove().run();
        } else {
          member.set().accept(instead.get(j));
        }
        variants.add(Json.text(copy));
      }
    }
    return variants;
  }

  /** One place in a tree. */
  private record Member(Runnable remove, Consumer<JsonNode> set) {}

  private static List<Member> members(JsonNode node) {
    List<Member> members = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(entry -> {
            String key = entry.getKey();
            members.add(new Member(() -> object.remove(key), value -> object.set(key, value)));
            members.addAll(members(entry.getValue()));
          });
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        members.add(new Member(() -> array.remove(at), value -> array.set(at, value)));
        members.addAll(members(array.get(i)));
      }
    }
    return members;
  }
}
