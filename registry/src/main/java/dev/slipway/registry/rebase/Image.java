package dev.slipway.registry.rebase;

import dev.slipway.registry.Descriptor;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Manifest;
import dev.slipway.registry.Refusal;

/**
 * One image as it was read, whole but for its layers.
 *
 * @param name with its digest
 */
public record Image(
    ImageName name,
    Manifest.OfImage manifest,
    String manifestText,
    Configuration configuration,
    String configurationText) {

  /** Puts together what belongs together; its layers have to be told in the same number twice. */
  public static Image of(
      ImageName name, Manifest.OfImage manifest, String manifestText, String configurationText)
      throws Refusal {
    Configuration configuration = Configuration.parse(configurationText);
    if (configuration.diffIds().size() != manifest.layers().size()) {
      throw new Refusal(
          "layers-do-not-fit",
          "%s has %d layers by its manifest and %d by its configuration; push it again with the tool that made it."
              .formatted(name, manifest.layers().size(), configuration.diffIds().size()));
    }
    for (Descriptor layer : manifest.layers()) {
      LayerKinds.check(name, layer);
    }
    return new Image(name, manifest, manifestText, configuration, configurationText);
  }
}
