package dev.slipway.registry.rebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.Digest;
import dev.slipway.model.InvalidValue;
import dev.slipway.registry.Json;
import dev.slipway.registry.Manifest;
import dev.slipway.registry.Platform;
import dev.slipway.registry.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the configuration of an image says that a rebase looks at.
 *
 * @param platformApi the version of the buildpacks' platform that the image was made for
 * @param diffIds its layers as they are unpacked, from the lowest
 */
public record Configuration(
    Platform platform,
    Map<String, String> labels,
    Optional<String> platformApi,
    List<Digest> diffIds) {

  static final String CODE = "configuration-malformed";
  static final String WHAT = "The image's configuration";

  public Configuration {
    labels = Map.copyOf(labels);
    diffIds = List.copyOf(diffIds);
  }

  public static Configuration parse(String text) throws Refusal {
    ObjectNode read = Json.object(text, CODE, WHAT);
    return new Configuration(
        platform(read),
        labels(read.path("config").path("Labels")),
        environment(read.path("config").path("Env"), Labels.PLATFORM_API),
        diffIds(read.path("rootfs").path("diff_ids")));
  }

  Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(name)).filter(value -> !value.isEmpty());
  }

  private static Platform platform(ObjectNode read) throws Refusal {
    Platform platform =
        new Platform(
            Json.string(read.path("os")),
            Json.string(read.path("architecture")),
            Json.string(read.path("variant")));
    if (platform.os().isEmpty() || platform.architecture().isEmpty()) {
      throw new Refusal(CODE, WHAT + " does not say what machines it is for.");
    }
    return platform;
  }

  private static Map<String, String> labels(JsonNode object) {
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : object.properties()) {
      if (label.getValue().isTextual()) {
        labels.put(label.getKey(), label.getValue().textValue());
      }
    }
    return labels;
  }

  private static Optional<String> environment(JsonNode array, String name) {
    return array
        .valueStream()
        .map(Json::string)
        .filter(one -> one.startsWith(name + "="))
        .map(one -> one.substring(name.length() + 1))
        .findFirst();
  }

  private static List<Digest> diffIds(JsonNode array) throws Refusal {
    if (!array.isArray() || array.size() > Manifest.LAYERS_MAX) {
      throw new Refusal(CODE, WHAT + " has no list of its layers, or one that is too long.");
    }
    List<Digest> diffIds = new ArrayList<>();
    for (JsonNode one : array) {
      try {
        diffIds.add(new Digest(Json.string(one)));
      } catch (InvalidValue _) {
        throw new Refusal(CODE, WHAT + " names a layer by something that is no digest (sha256).");
      }
    }
    return diffIds;
  }
}
