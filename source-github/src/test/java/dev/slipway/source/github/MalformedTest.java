package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.slipway.model.event.Event;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import dev.slipway.source.webhook.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, they are recognised or refused; nothing is thrown. */
class MalformedTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void each_field_may_be_removed_nulled_or_of_another_type(
      String file, String event, String outcome) throws IOException {
    JsonNode body = JSON.readTree(Hooks.file("webhooks/" + file));
    int depth = event.equals("push") ? Integer.MAX_VALUE : 2;
    for (ObjectNode object : objects(body, depth, new ArrayList<>())) {
      for (String name : List.copyOf(names(object))) {
        JsonNode original = object.get(name);
        for (JsonNode other : others(original)) {
          object.set(name, other);
          isAnswered(event, body, outcome);
        }
        object.remove(name);
        isAnswered(event, body, outcome);
        object.set(name, original);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "push.branch-updated.json, hint https://github.com/Codertocat/Hello-World.git refs/heads/master",
    "push.tag-deleted.json, hint https://github.com/Codertocat/Hello-World.git refs/tags/simple-tag",
  })
  void each_field_of_a_push_may_be_huge_or_deep(String file, String outcome) throws IOException {
    ObjectNode body = (ObjectNode) JSON.readTree(Hooks.file("webhooks/" + file));
    JsonNode huge = TextNode.valueOf("x".repeat(1 << 20));
    for (ObjectNode object : List.of(body, (ObjectNode) body.get("repository"))) {
      for (String name : List.of("ref", "after", "commits", "clone_url", "name", "owner")) {
        if (object.has(name)) {
          JsonNode original = object.get(name);
          for (JsonNode other : List.of(huge, nested(60), nested(500))) {
            object.set(name, other);
            isAnswered("push", body, outcome);
          }
          object.set(name, original);
        }
      }
    }
  }

  static Stream<String> bodies() {
    String push = "{\"ref\":\"refs/heads/a\",\"before\":\"\",\"after\":\"\",\"repository\":";
    return Stream.of(
        "",
        "null",
        "[]",
        "7",
        "{",
        "{\"ref\":",
        "\u0000",
        "\uFEFF{}",
        push + "{}}",
        push + "[]}",
        push + "{\"clone_url\":\"https://h/s\"}} {}",
        push + "{\"clone_url\":\"https://h/s\"},\"ref\":\"refs/heads/b\"}",
        push + "{\"clone_url\":" + "[".repeat(100_000),
        push + "{\"clone_url\":\"https://h/s\"},\"n\":" + "9".repeat(100_000) + "e",
        "{\"" + "n".repeat(100_000) + "\":1}");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void what_is_no_webhook_is_refused(String body) {
    assertThat(Hooks.signed("push", body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED));
  }

  @Test
  void a_body_beyond_the_limit_is_refused_before_its_signature_is_computed() {
    assertThat(Hooks.send("push", "", new byte[Fields.BODY_SIZE_MAX + 1]))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.because().code()).isEqualTo("body-too-large"));
  }

  @Test
  void a_hostile_branch_stays_text() throws IOException {
    ObjectNode body = (ObjectNode) JSON.readTree(Hooks.file("webhooks/push.branch-updated.json"));
    for (JsonNode branch : JSON.readTree(Hooks.file("branch-names.json")).get("branches")) {
      body.put("ref", "refs/heads/" + branch.get("name").textValue());
      Recognition recognition = Hooks.signed("push", JSON.writeValueAsBytes(body));
      if (recognition instanceof Recognised(Event.RefsHinted hint, String _)) {
        assertThat(hint.refs().getFirst().value()).isEqualTo(body.get("ref").textValue());
      } else {
        assertThat(recognition).isInstanceOf(Refused.class);
        assertThat(branch.get("refAcceptedByGit").booleanValue()).isFalse();
      }
    }
  }

  /** It is refused, or says less, or hints at what it hinted at when it was whole. */
  private static void isAnswered(String event, JsonNode body, String outcome)
      throws JsonProcessingException {
    assertThat(Hooks.signed(event, JSON.writeValueAsBytes(body)))
        .satisfies(recognition -> {
          if (recognition instanceof Refused refused) {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED);
          } else if (recognition instanceof Recognised(Event.RefsHinted hint, String _)) {
            assertThat(
                    "hint https://" + hint.repository().place() + ".git " + hint.refs().getFirst())
                .isEqualToIgnoringCase(outcome);
          }
        });
  }

  private static List<JsonNode> others(JsonNode original) {
    JsonNode text = TextNode.valueOf("text");
    JsonNode number = JSON.getNodeFactory().numberNode(-1.5e300);
    return original.isTextual()
        ? List.of(
            JSON.getNodeFactory().nullNode(),
            number,
            JSON.createArrayNode(),
            JSON.createObjectNode())
        : List.of(JSON.getNodeFactory().nullNode(), text, JSON.createArrayNode().add(number));
  }

  private static JsonNode nested(int depth) {
    ArrayNode outer = JSON.createArrayNode();
    ArrayNode inner = outer;
    for (int i = 1; i < depth; i++) {
      inner = inner.addArray();
    }
    return outer;
  }

  private static List<ObjectNode> objects(JsonNode node, int depth, List<ObjectNode> into) {
    if (node instanceof ObjectNode object) {
      into.add(object);
    }
    if (depth > 1) {
      node.forEach(child -> objects(child, depth - 1, into));
    }
    return into;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
