package dev.slipway.registry.rebase;

import dev.slipway.registry.Descriptor;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Manifest;
import dev.slipway.registry.Refusal;
import java.util.Map;

/**
 * Layers have one name in each of the two families of manifests, and a manifest holds names of its
 * own family only. Stateless.
 */
final class LayerKinds {

  private static final String OCI = "application/vnd.oci.image.layer.v1.tar";
  private static final String DOCKER = "application/vnd.docker.image.rootfs.diff.tar";

  private static final Map<String, String> TO_OCI =
      Map.of(
          OCI,
          OCI,
          OCI + "+gzip",
          OCI + "+gzip",
          OCI + "+zstd",
          OCI + "+zstd",
          DOCKER,
          OCI,
          DOCKER + ".gzip",
          OCI + "+gzip");

  private static final Map<String, String> TO_DOCKER =
      Map.of(
          OCI,
          DOCKER,
          OCI + "+gzip",
          DOCKER + ".gzip",
          DOCKER,
          DOCKER,
          DOCKER + ".gzip",
          DOCKER + ".gzip");

  private LayerKinds() {}

  static void check(ImageName image, Descriptor layer) throws Refusal {
    if (!TO_OCI.containsKey(layer.mediaType())) {
      throw new Refusal(
          "layer-kind-unknown",
          "%s has a layer of the kind '%s', which cannot be taken over; it has to be rebuilt."
              .formatted(image, layer.mediaType()));
    }
  }

  /** The kind of a layer as a manifest of some kind calls it. */
  static String within(String manifestKind, Descriptor layer) throws Refusal {
    Map<String, String> names = manifestKind.equals(Manifest.OCI_IMAGE) ? TO_OCI : TO_DOCKER;
    String name = names.get(layer.mediaType());
    if (name == null) {
      throw new Refusal(
          "layer-kind-differs",
          "The base has a layer of the kind '%s', which an image of the older format cannot have; it has to be rebuilt."
              .formatted(layer.mediaType()));
    }
    return name;
  }
}
