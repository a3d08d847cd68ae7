package dev.slipway.registry;

import static dev.slipway.registry.RegistriesTest.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.registry.rebase.Image;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Manifests and configurations as they are, and as they should not be. */
class ManifestTest {

  private static final Sample SAMPLE =
      Sample.of("system", "shop").label("a", "b").env("CNB_PLATFORM_API=0.12");

  @Test
  void an_image_has_a_configuration_and_layers() throws Refusal {
    assertThat(Manifest.parse(Manifest.OCI_IMAGE, SAMPLE.manifest()))
        .isInstanceOfSatisfying(
            Manifest.OfImage.class,
            image -> {
              assertThat(image.layers()).hasSize(2);
              assertThat(image.config().digest()).isEqualTo(Sha256.of(SAMPLE.configuration()));
            });
  }

  @Test
  void an_index_has_an_image_for_each_kind_of_machine() throws Refusal {
    String index =
        """
        {"schemaVersion": 2, "manifests": [
          {"mediaType": "application/vnd.oci.image.manifest.v1+json", "size": 7,
           "digest": "%1$s", "platform": {"os": "linux", "architecture": "arm64", "variant": "v8"}},
          {"mediaType": "application/vnd.oci.image.manifest.v1+json", "size": 7, "digest": "%1$s"}]}
        """
            .formatted(Sha256.of(""));
    assertThat(Manifest.parse(Manifest.OCI_INDEX, index))
        .isEqualTo(
            new Manifest.OfIndex(
                List.of(
                    new Manifest.Member(Sha256.of(""), new Platform("linux", "arm64", "v8")),
                    new Manifest.Member(Sha256.of(""), new Platform("", "", "")))));
  }

  @Test
  void a_manifest_of_another_kind_than_it_was_answered_with_is_refused() {
    assertThat(code(() -> Manifest.parse(Manifest.DOCKER_IMAGE, SAMPLE.manifest())))
        .isEqualTo("manifest-malformed");
    assertThat(code(() -> Manifest.parse("application/json", "{\"schemaVersion\":2}")))
        .isEqualTo("manifest-malformed");
    assertThat(code(() -> Manifest.parse(Manifest.OCI_IMAGE, "{\"schemaVersion\":1}")))
        .isEqualTo("manifest-malformed");
    assertThat(code(() -> Manifest.parse(Manifest.OCI_IMAGE, "{\"a\":1,\"a\":2}")))
        .as("a key twice")
        .isEqualTo("manifest-malformed");
    assertThat(code(() -> Manifest.parse(Manifest.OCI_IMAGE, "[".repeat(100_000))))
        .isEqualTo("manifest-malformed");
  }

  @Test
  void more_layers_than_an_image_can_have_are_refused() throws Refusal {
    ObjectNode manifest = Json.object(SAMPLE.manifest(), "", "");
    ArrayNode layers = (ArrayNode) manifest.path("layers");
    JsonNode one = layers.get(0);
    for (int i = 0; i < Manifest.LAYERS_MAX; i++) {
      layers.add(one);
    }
    assertThat(code(() -> Manifest.parse(Manifest.OCI_IMAGE, Json.text(manifest))))
        .isEqualTo("manifest-malformed");
  }

  @Test
  void whatever_is_missing_null_or_of_another_type_is_refused_or_does_not_matter() throws Refusal {
    int tried = 0;
    for (Broken broken : broken(SAMPLE.manifest(), SAMPLE.configuration())) {
      Throwable outcome = catchThrowable(broken::read);
      if (outcome instanceof Refusal refusal) {
        assertThat(refusal.sentence()).endsWith(".");
      } else {
        assertThat(outcome).as(broken.toString()).isNull();
      }
      tried++;
    }
    assertThat(tried).isGreaterThan(100);
  }

  /** A manifest and a configuration, one of them with one thing wrong. */
  private record Broken(String manifest, String configuration) {

    void read() throws Refusal {
      Manifest.OfImage image = (Manifest.OfImage) Manifest.parse(Manifest.OCI_IMAGE, manifest);
      Image _ =
          Image.of(ImageName.parse("registry.example/shop:1"), image, manifest, configuration);
    }
  }

  private static List<Broken> broken(String manifest, String configuration) throws Refusal {
    List<Broken> all = new ArrayList<>();
    for (String other : Variants.of(manifest)) {
      all.add(new Broken(other, configuration));
    }
    for (String other : Variants.of(configuration)) {
      all.add(new Broken(manifest, other));
    }
    return all;
  }
}
