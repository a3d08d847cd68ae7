package dev.slipway.runtime.external;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.Digest;
import dev.slipway.model.ServiceName;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code fetch} may say of the objects it looks at:
 *
 * <pre>{"objects": [{"name": "site", "health": "healthy", "details": {"url": "https://…"}}]}</pre>
 *
 * <p>Nothing at all is one object of the service's name, of which nothing more is known.
 */
final class Objects {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OBJECTS_MAX = 200;
  private static final int NAME_MAX = 200;
  private static final int DETAILS_MAX = 16;
  private static final int DETAIL_MAX = 500;

  private Objects() {}

  /** A text is not what it may be. */
  static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Malformed(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  /** Reads what was said of a service. */
  static List<ObservedInstance> read(String text, ServiceName service, Digest release)
      throws Malformed {
    if (text.isBlank()) {
      return List.of(
          new ObservedInstance(service, service.value(), release, Health.UNKNOWN, new TreeMap<>()));
    }
    JsonNode objects = tree(text).path("objects");
    if (!objects.isArray() || objects.isEmpty() || objects.size() > OBJECTS_MAX) {
      throw new Malformed("It needs a list 'objects' of 1 to " + OBJECTS_MAX + " objects.");
    }
    List<ObservedInstance> observed = new ArrayList<>();
    for (JsonNode object : objects) {
      observed.add(
          new ObservedInstance(
              service,
              text(object.path("name"), NAME_MAX, "name"),
              release,
              health(object.path("health")),
              details(object.path("details"))));
    }
    return List.copyOf(observed);
  }

  private static JsonNode tree(String text) throws Malformed {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Malformed("It is no JSON.");
    }
  }

  private static Health health(JsonNode node) throws Malformed {
    if (node.isMissingNode()) {
      return Health.UNKNOWN;
    }
    Optional<Health> health =
        List.of(Health.values()).stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(node.asText()))
            .findFirst();
    return health.orElseThrow(
        () -> new Malformed("A 'health' is healthy, starting, unhealthy, gone or unknown."));
  }

  private static SortedMap<String, String> details(JsonNode node) throws Malformed {
    SortedMap<String, String> details = new TreeMap<>();
    if (!node.isMissingNode() && (!node.isObject() || node.size() > DETAILS_MAX)) {
      throw new Malformed("'details' hold at most " + DETAILS_MAX + " texts by name.");
    }
    for (Map.Entry<String, JsonNode> detail : node.properties()) {
      if (detail.getKey().length() > NAME_MAX) {
        throw new Malformed("The name of a detail has at most " + NAME_MAX + " characters.");
      }
      details.put(detail.getKey(), text(detail.getValue(), DETAIL_MAX, "details"));
    }
    return details;
  }

  private static String text(JsonNode node, int max, String key) throws Malformed {
    if (!node.isTextual() || node.asText().isEmpty() || node.asText().length() > max) {
      throw new Malformed("A text in '" + key + "' has 1 to " + max + " characters.");
    }
    return node.asText();
  }
}
