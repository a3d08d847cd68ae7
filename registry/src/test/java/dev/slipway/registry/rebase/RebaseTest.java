package dev.slipway.registry.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.registry.Descriptor;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Json;
import dev.slipway.registry.Layer;
import dev.slipway.registry.Manifest;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sample;
import dev.slipway.registry.Sha256;
import dev.slipway.registry.Variants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an image is once it stands on another base. */
class RebaseTest {

  private final Image app = Bases.read(Bases.app(), Bases.APP);
  private final Image base = Bases.read(Bases.after(), Bases.RUN + ":13.2");
  private final Image before = Bases.read(Bases.before(), Bases.RUN);

  @Test
  void the_layers_of_the_base_are_exchanged_and_those_of_the_image_stay() throws Refusal {
    Rebase made = made();
    List<String> digests =
        Json.object(made.manifest(), "", "")
            .path("layers")
            .valueStream()
            .map(layer -> layer.path("digest").asText())
            .toList();
    assertThat(digests).isEqualTo(digests("system 2", "libraries 2", "more 2", "launcher", "shop"));
    assertThat(made.kept().stream().map(Descriptor::digest).map(Object::toString))
        .containsExactlyElementsOf(digests("launcher", "shop"));
    assertThat(made.laid()).isEqualTo(base.manifest().layers());
  }

  @Test
  void the_configuration_has_the_same_parts_in_the_same_order() throws Refusal {
    ObjectNode configuration = configuration(made());
    assertThat(configuration.path("rootfs").path("diff_ids").valueStream().map(JsonNode::asText))
        .containsExactly(
            diffId("system 2"),
            diffId("libraries 2"),
            diffId("more 2"),
            diffId("launcher"),
            diffId("shop"));
    assertThat(
            configuration.path("history").valueStream().map(it -> it.path("created_by").asText()))
        .containsExactly("system 2", "libraries 2", "more 2", "launcher", "shop");
    assertThat(configuration.path("os.version").asText()).isEqualTo("2");
  }

  @Test
  void what_is_the_images_own_stays_as_it_was() throws Refusal {
    ObjectNode was = Json.object(Bases.app().configuration(), "", "");
    ObjectNode configuration = configuration(made());
    assertThat(configuration.path("config").path("Env")).isEqualTo(was.path("config").path("Env"));
    assertThat(configuration.path("config").path("Entrypoint"))
        .isEqualTo(was.path("config").path("Entrypoint"));
    assertThat(label(made(), "maintainer")).isEqualTo("the shop's people");
    assertThat(label(made(), "org.opencontainers.image.revision"))
        .isEqualTo("0123456789abcdef0123456789abcdef01234567");
  }

  @Test
  void the_labels_tell_of_the_new_base_and_no_more_of_the_old_one() throws Refusal {
    JsonNode run = Json.object(label(made(), Labels.LIFECYCLE), "", "").path("runImage");
    assertThat(run.path("topLayer").asText()).isEqualTo(diffId("more 2"));
    assertThat(run.path("reference").asText())
        .isEqualTo("%s@%s", Bases.RUN, Bases.digest(Bases.after()));
    assertThat(run.path("image").asText()).isEqualTo(Bases.RUN + ":13.1");
    assertThat(run.path("mirrors")).hasSize(1);
    assertThat(label(made(), "io.buildpacks.base.id")).isEqualTo("run-2");
    assertThat(
            configuration(made()).path("config").path("Labels").has("io.buildpacks.base.homepage"))
        .isFalse();
  }

  @Test
  void the_same_images_make_the_same_digest_each_time() throws Refusal {
    assertThat(made().digest()).isEqualTo(made().digest());
    assertThat(made().digest()).isEqualTo(Sha256.of(made().manifest()));
    Image later = Bases.read(Bases.app().machine("created", "2030-01-01T00:00:00Z"), Bases.APP);
    assertThat(Rebase.of(later, base, Optional.empty(), false).digest())
        .as("when the image was made is told to nobody")
        .isEqualTo(made().digest());
  }

  @Test
  void a_rebased_image_on_the_same_base_is_the_same_image() throws Refusal {
    Rebase once = made();
    Image rebased = image(once);
    Rebase twice = Rebase.of(rebased, base, Optional.of(base), false);
    assertThat(twice.digest()).isEqualTo(once.digest());
  }

  @Test
  void there_and_back_again_differs_in_nothing_but_the_base() throws Refusal {
    Rebase there = made();
    Rebase back = Rebase.of(image(there), before, Optional.of(base), false);
    Rebase stayed = Rebase.of(app, before, Optional.of(before), false);
    assertThat(back.digest()).isEqualTo(stayed.digest());
  }

  @Test
  void a_forced_base_is_the_one_that_the_image_names_from_then_on() throws Refusal {
    Image other = Bases.read(Bases.after(), Bases.REGISTRY + "/other/run:9");
    Rebase made = Rebase.of(app, other, Optional.empty(), true);
    JsonNode run = Json.object(label(made, Labels.LIFECYCLE), "", "").path("runImage");
    assertThat(run.path("image").asText()).isEqualTo(Bases.REGISTRY + "/other/run:9");
    assertThat(run.path("mirrors")).isEmpty();
  }

  @Test
  void layers_are_called_as_the_images_format_calls_them() throws Refusal {
    Image older = Bases.read(Bases.app().inDockersFormat(), Bases.APP);
    Rebase made = Rebase.of(older, base, Optional.empty(), false);
    assertThat(mediaTypes(made))
        .containsExactly("application/vnd.docker.image.rootfs.diff.tar.gzip");
    Image olderBase = Bases.read(Bases.after().inDockersFormat(), Bases.RUN);
    assertThat(mediaTypes(Rebase.of(app, olderBase, Optional.empty(), false)))
        .containsExactly("application/vnd.oci.image.layer.v1.tar+gzip");
  }

  @Test
  void the_changes_have_links() {
    assertThat(Changes.of(app, base, Optional.of(before)))
        .isEqualTo(
            new Changes(
                Optional.of(
                    "https://git.example/team/shop/commit/0123456789abcdef0123456789abcdef01234567"),
                Optional.of("https://git.example/base/run/compare/1111111111...2222222222")));
    assertThat(Changes.of(app, base, Optional.empty()).base())
        .contains("https://git.example/base/run/commit/2222222222");
  }

  @Test
  void what_is_no_address_of_a_repository_is_no_link() {
    for (String source :
        List.of(
            "http://git.example/x",
            "https://user:password@git.example/x",
            "https://git.example/x?y=z",
            "https://git.example/../x y",
            "javascript:alert(1)")) {
      Image odd = Bases.read(Bases.app().label(Labels.SOURCE, source), Bases.APP);
      assertThat(Changes.of(odd, base, Optional.empty()).source()).as(source).isEmpty();
    }
  }

  @Test
  void whatever_is_spoilt_in_one_of_the_images_is_refused_or_does_not_matter() throws Refusal {
    for (String spoilt : Variants.of(Bases.app().configuration())) {
      isRefusedOrWhole(spoilt, Bases.after().configuration());
    }
    for (String spoilt : Variants.of(Bases.after().configuration())) {
      isRefusedOrWhole(Bases.app().configuration(), spoilt);
    }
    for (String spoilt : Variants.of(Bases.label(Bases.RUN))) {
      String app = Bases.app().label(Labels.LIFECYCLE, spoilt).configuration();
      isRefusedOrWhole(app, Bases.after().configuration());
    }
  }

  private void isRefusedOrWhole(String appConfiguration, String baseConfiguration) {
    Throwable outcome =
        catchThrowable(() -> {
          Image upper = Image.of(app.name(), app.manifest(), app.manifestText(), appConfiguration);
          Image lower =
              Image.of(base.name(), base.manifest(), base.manifestText(), baseConfiguration);
          Rebase made = Rebase.of(upper, lower, Optional.empty(), true);
          assertThat(image(made).configuration().diffIds()).hasSize(5);
        });
    if (!(outcome instanceof Refusal)) {
      assertThat(outcome).as("%s on %s", appConfiguration, baseConfiguration).isNull();
    }
  }

  private Rebase made() throws Refusal {
    return Rebase.of(app, base, Optional.of(before), false);
  }

  private static Image image(Rebase made) throws Refusal {
    return Image.of(
        app().pinned(made.digest()),
        (Manifest.OfImage) Manifest.parse(made.mediaType(), made.manifest()),
        made.manifest(),
        made.configuration());
  }

  private static ImageName app() throws Refusal {
    return ImageName.parse(Bases.APP);
  }

  private static Set<String> mediaTypes(Rebase made) throws Refusal {
    Set<String> types = new TreeSet<>();
    Json.object(made.manifest(), "", "")
        .path("layers")
        .forEach(layer -> types.add(layer.path("mediaType").asText()));
    return types;
  }

  private static ObjectNode configuration(Rebase made) throws Refusal {
    return Json.object(made.configuration(), "", "");
  }

  private static String label(Rebase made, String name) throws Refusal {
    return configuration(made).path("config").path("Labels").path(name).asText();
  }

  private static List<String> digests(String... layers) {
    return Sample.of(layers).layers().stream().map(Layer::digest).map(Object::toString).toList();
  }

  private static String diffId(String layer) {
    return new Layer(layer).diffId().value();
  }
}
