package dev.slipway.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.Digest;
import java.util.ArrayList;
import java.util.List;

/** What a registry keeps under a name. */
public sealed interface Manifest {

  String OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
  String DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
  String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  String DOCKER_INDEX = "application/vnd.docker.distribution.manifest.list.v2+json";

  int LAYERS_MAX = 500;
  int IMAGES_MAX = 200;

  /** One image. */
  record OfImage(String mediaType, Descriptor config, List<Descriptor> layers) implements Manifest {
    public OfImage {
      layers = List.copyOf(layers);
    }
  }

  /** Several images for different machines, under one name. */
  record OfIndex(List<Member> members) implements Manifest {
    public OfIndex {
      members = List.copyOf(members);
    }
  }

  /** One image of an index. */
  record Member(Digest digest, Platform platform) {}

  /**
   * Reads it.
   *
   * @param mediaType as it was answered with, which has to be what it says itself
   */
  static Manifest parse(String mediaType, String text) throws Refusal {
    ObjectNode read = Json.object(text, "manifest-malformed", "The image's manifest");
    JsonNode own = read.path("mediaType");
    if (!own.isMissingNode() && !Json.string(own).equals(mediaType)) {
      throw malformed("It says that it is of another kind than the registry says.");
    }
    if (read.path("schemaVersion").asInt() != 2) {
      throw malformed("Only version 2 is known; push the image with a newer tool.");
    }
    return switch (mediaType) {
      case OCI_IMAGE, DOCKER_IMAGE ->
          new OfImage(mediaType, Descriptor.of(read.path("config")), layers(read.path("layers")));
      case OCI_INDEX, DOCKER_INDEX -> new OfIndex(members(read.path("manifests")));
      default -> throw malformed("Its kind is not known here.");
    };
  }

  private static List<Descriptor> layers(JsonNode array) throws Refusal {
    bounded(array, LAYERS_MAX);
    List<Descriptor> layers = new ArrayList<>();
    for (JsonNode layer : array) {
      layers.add(Descriptor.of(layer));
    }
    return layers;
  }

  private static List<Member> members(JsonNode array) throws Refusal {
    bounded(array, IMAGES_MAX);
    List<Member> members = new ArrayList<>();
    for (JsonNode member : array) {
      members.add(
          new Member(Descriptor.of(member).digest(), Platform.ofIndex(member.path("platform"))));
    }
    return members;
  }

  private static void bounded(JsonNode array, int most) throws Refusal {
    if (!array.isArray()) {
      throw malformed("A list of its parts is missing.");
    }
    if (array.size() > most) {
      throw malformed("It has more than " + most + " parts.");
    }
  }

  private static Refusal malformed(String why) {
    return new Refusal("manifest-malformed", "The image's manifest cannot be used. " + why);
  }
}
