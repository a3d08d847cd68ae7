package dev.slipway.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.registry.rebase.Image;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An image as tools make them, small.
 *
 * @param machine what the configuration says on top, such as {@code os}
 * @param docker whether it is in the older of the two formats
 */
public record Sample(
    List<Layer> layers,
    Map<String, String> machine,
    Map<String, String> labels,
    List<String> env,
    boolean docker) {

  public static Sample of(String... layers) {
    return new Sample(
        List.of(layers).stream().map(Layer::new).toList(),
        Map.of("architecture", "amd64", "os", "linux", "created", "2026-11-20T16:01:35Z"),
        Map.of(),
        List.of("PATH=/bin"),
        false);
  }

  public Sample machine(String key, String value) {
    return new Sample(layers, with(machine, key, value), labels, env, docker);
  }

  public Sample label(String key, String value) {
    return new Sample(layers, machine, with(labels, key, value), env, docker);
  }

  public Sample env(String variable) {
    List<String> more = new ArrayList<>(env);
    more.add(variable);
    return new Sample(layers, machine, labels, more, docker);
  }

  public Sample inDockersFormat() {
    return new Sample(layers, machine, labels, env, true);
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(key, value);
    return more;
  }

  public String configuration() {
    ObjectNode image = Json.object();
    machine.forEach(image::put);
    ObjectNode config = image.putObject("config");
    ArrayNode variables = config.putArray("Env");
    env.forEach(variables::add);
    config.putArray("Entrypoint").add("/cnb/process/web");
    labels.forEach(config.putObject("Labels")::put);
    ObjectNode root = image.putObject("rootfs").put("type", "layers");
    ArrayNode diffIds = root.putArray("diff_ids");
    ArrayNode history = image.putArray("history");
    history.addObject().put("created_by", "nothing").put("empty_layer", true);
    for (Layer layer : layers) {
      diffIds.add(layer.diffId().value());
      history.addObject().put("created_by", layer.content());
    }
    return Json.text(image);
  }

  public String mediaType() {
    return docker ? Manifest.DOCKER_IMAGE : Manifest.OCI_IMAGE;
  }

  public String manifest() {
    ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", mediaType());
    manifest
        .putObject("config")
        .put(
            "mediaType",
            docker
                ? "application/vnd.docker.container.image.v1+json"
                : "application/vnd.oci.image.config.v1+json")
        .put("digest", Sha256.of(configuration()).value())
        .put("size", configuration().getBytes(StandardCharsets.UTF_8).length);
    ArrayNode parts = manifest.putArray("layers");
    for (Layer layer : layers) {
      parts
          .addObject()
          .put(
              "mediaType",
              docker
                  ? "application/vnd.docker.image.rootfs.diff.tar.gzip"
                  : "application/vnd.oci.image.layer.v1.tar+gzip")
          .put("digest", layer.digest().value())
          .put("size", layer.packed().length);
    }
    return Json.text(manifest);
  }

  /** As it is once it was read. */
  public Image read(String name) throws Refusal {
    return Image.of(
        ImageName.parse(name).pinned(Sha256.of(manifest())),
        (Manifest.OfImage) Manifest.parse(mediaType(), manifest()),
        manifest(),
        configuration());
  }
}
