package dev.slipway.registry.rebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.Digest;
import dev.slipway.registry.Descriptor;
import dev.slipway.registry.Json;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The image's configuration and manifest with the lower part exchanged. Everything that is not told
 * here stays as the image has it. Stateless.
 */
final class Splice {

  /** When each of them was made, as buildpacks have it: a time would make each another one. */
  private static final String CREATED = "1980-01-01T00:00:01Z";

  private static final List<String> OF_MACHINES =
      List.of("architecture", "os", "os.version", "os.features", "variant");

  private Splice() {}

  static String configuration(Image app, Image base, int below, RunImage standing) throws Refusal {
    ObjectNode spliced = read(app.configurationText());
    ObjectNode lower = read(base.configurationText());
    for (String key : OF_MACHINES) {
      if (lower.has(key)) {
        spliced.set(key, lower.get(key));
      } else {
        spliced.remove(key);
      }
    }
    spliced.put("created", CREATED);
    history(spliced, lower, app, base, below);
    ArrayNode diffIds = ((ObjectNode) spliced.path("rootfs")).putArray("diff_ids");
    base.configuration().diffIds().forEach(id -> diffIds.add(id.value()));
    upper(app.configuration().diffIds(), below).forEach(id -> diffIds.add(id.value()));
    labels((ObjectNode) spliced.path("config").path("Labels"), base, standing);
    return Json.text(spliced);
  }

  private static void labels(ObjectNode labels, Image base, RunImage standing) throws Refusal {
    labels.properties().stream()
        .map(label -> label.getKey())
        .filter(Labels::isOfBase)
        .toList()
        .forEach(labels::remove);
    base.configuration().labels().entrySet().stream()
        .filter(label -> Labels.isOfBase(label.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(label -> labels.put(label.getKey(), label.getValue()));
    Digest top = base.configuration().diffIds().getLast();
    labels.put(Labels.LIFECYCLE, standing.onto(top, base.name(), standing.names(base.name())));
  }

  /** Remarks on layers; where they do not fit the layers, empty ones take their place. */
  private static void history(
      ObjectNode spliced, ObjectNode lower, Image app, Image base, int below) {
    if (!spliced.has("history") && !lower.has("history")) {
      return;
    }
    List<JsonNode> upper = upper(remarks(spliced, app.configuration().diffIds().size()), below);
    ArrayNode history = spliced.putArray("history");
    history.addAll(remarks(lower, base.configuration().diffIds().size()));
    history.addAll(upper);
  }

  private static List<JsonNode> remarks(ObjectNode configuration, int layers) {
    List<JsonNode> remarks =
        configuration
            .path("history")
            .valueStream()
            .filter(remark -> !remark.path("empty_layer").asBoolean())
            .toList();
    boolean fits = remarks.size() == layers && remarks.stream().allMatch(JsonNode::isObject);
    return fits ? remarks : Collections.nCopies(layers, Json.object().put("created", CREATED));
  }

  static String manifest(Image app, Image base, int below, String configuration) throws Refusal {
    ObjectNode spliced = read(app.manifestText());
    ((ObjectNode) spliced.path("config"))
        .put("digest", Sha256.of(configuration).value())
        .put("size", configuration.getBytes(StandardCharsets.UTF_8).length)
        .remove("data");
    List<JsonNode> own = upper(spliced.path("layers").valueStream().toList(), below);
    ArrayNode layers = spliced.putArray("layers");
    for (Descriptor layer : base.manifest().layers()) {
      layers
          .addObject()
          .put("mediaType", LayerKinds.within(app.manifest().mediaType(), layer))
          .put("digest", layer.digest().value())
          .put("size", layer.size());
    }
    layers.addAll(own);
    if (spliced.path("annotations") instanceof ObjectNode annotations) {
      annotations(annotations, base);
    }
    return Json.text(spliced);
  }

  /** What the image's manifest says of its base, where it says anything. */
  private static void annotations(ObjectNode annotations, Image base) {
    if (annotations.has(Labels.BASE_DIGEST)) {
      annotations.put(Labels.BASE_DIGEST, base.name().digest().orElseThrow().value());
    }
    if (annotations.has(Labels.BASE_NAME)) {
      annotations.put(
          Labels.BASE_NAME,
          base.name().anyVersion() + base.name().tag().map(tag -> ":" + tag).orElse(""));
    }
  }

  private static <T> List<T> upper(List<T> all, int below) {
    return all.subList(below, all.size());
  }

  private static ObjectNode read(String text) throws Refusal {
    return Json.object(text, Configuration.CODE, Configuration.WHAT);
  }
}
