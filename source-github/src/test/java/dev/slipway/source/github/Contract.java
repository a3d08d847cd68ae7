package dev.slipway.source.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What GitHub publishes of its REST API, as far as it is used: which requests there are, and what
 * bodies look like. Stateless.
 */
final class Contract {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final JsonNode DOCUMENT = document();

  private Contract() {}

  /** An operation, and what stands in the path for each of its names. */
  record Operation(String method, String template, JsonNode json, Map<String, String> names) {

    /** What is wrong with a request's query. */
    List<String> query(Map<String, String> query) {
      Set<String> known = new HashSet<>();
      json.path("parameters")
          .forEach(one -> {
            JsonNode parameter = resolve(one);
            if (parameter.path("in").asText().equals("query")) {
              known.add(parameter.path("name").asText());
            }
          });
      return query.keySet().stream()
          .filter(name -> !known.contains(name))
          .map(name -> "the query has no parameter " + name)
          .toList();
    }

    /** What is wrong with a request's body. */
    List<String> request(JsonNode body) {
      List<String> wrong = new ArrayList<>();
      JsonNode schema = schema(json.path("requestBody"));
      conforms(schema, body, "request", wrong);
      body.fieldNames()
          .forEachRemaining(name -> {
            if (!schema.path("properties").has(name)) {
              wrong.add("request." + name + " is not in the contract");
            }
          });
      return wrong;
    }

    /** What is wrong with an answer. */
    List<String> answer(int status, JsonNode body) {
      JsonNode response = json.path("responses").path(Integer.toString(status));
      if (response.isMissingNode()) {
        // Whoever may not is told so, and whoever asks for nothing, of whatever operation.
        return status == 403 || status == 404 ? List.of() : List.of("may not answer " + status);
      }
      List<String> wrong = new ArrayList<>();
      conforms(schema(resolve(response)), body, "answer", wrong);
      return wrong;
    }

    private static JsonNode schema(JsonNode of) {
      return of.path("content").path("application/json").path("schema");
    }
  }

  static Optional<Operation> operation(String method, String path) {
    List<Operation> found = new ArrayList<>();
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(entry ->
            Paths.match(entry.getKey(), path)
                .filter(_ -> entry.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                .map(names ->
                    new Operation(
                        method,
                        entry.getKey(),
                        entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT)),
                        names))
                .ifPresent(found::add));
    return found.stream().findFirst();
  }

  /** A body as GitHub's own example has it. */
  static JsonNode example(String name) {
    return DOCUMENT.path("components").path("examples").path(name).path("value").deepCopy();
  }

  private static void conforms(JsonNode reference, JsonNode json, String at, List<String> wrong) {
    JsonNode schema = resolve(reference);
    if (json.isNull() && schema.path("nullable").asBoolean()) {
      return;
    }
    if (schema.has("oneOf") || schema.has("anyOf")) {
      JsonNode choices = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
      boolean fits = false;
      for (JsonNode choice : choices) {
        List<String> here = new ArrayList<>();
        conforms(choice, json, at, here);
        fits = fits || here.isEmpty();
      }
      require(fits, at + " fits no choice", wrong);
      return;
    }
    switch (schema.path("type").asText("any")) {
      case "object" -> object(schema, json, at, wrong);
      case "array" -> {
        require(json.isArray(), at + " is no list", wrong);
        json.forEach(item -> conforms(schema.path("items"), item, at + "[]", wrong));
      }
      case "string" -> {
        require(json.isTextual(), at + " is no text", wrong);
        if (schema.has("enum")) {
          boolean known = false;
          for (JsonNode value : schema.path("enum")) {
            known = known || value.equals(json);
          }
          require(known, at + " may not be " + json, wrong);
        }
      }
      case "integer" -> require(json.isIntegralNumber(), at + " is no whole number", wrong);
      case "number" -> require(json.isNumber(), at + " is no number", wrong);
      case "boolean" -> require(json.isBoolean(), at + " is not yes or no", wrong);
      default -> {}
    }
  }

  private static void object(JsonNode schema, JsonNode json, String at, List<String> wrong) {
    require(json.isObject(), at + " is no object", wrong);
    for (JsonNode name : schema.path("required")) {
      require(json.has(name.asText()), at + "." + name.asText() + " is missing", wrong);
    }
    json.properties()
        .forEach(entry ->
            Optional.ofNullable(schema.path("properties").get(entry.getKey()))
                .ifPresent(property ->
                    conforms(property, entry.getValue(), at + "." + entry.getKey(), wrong)));
  }

  private static void require(boolean holds, String otherwise, List<String> wrong) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  private static JsonNode resolve(JsonNode reference) {
    JsonNode found = reference;
    while (found.has("$ref")) {
      found = DOCUMENT.at(found.path("$ref").asText().substring(1));
    }
    return found;
  }

  private static JsonNode document() {
    try (InputStream in =
        Objects.requireNonNull(
            Contract.class.getResourceAsStream("rest/github-rest.openapi.json"))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
