package dev.slipway.registry.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.registry.ImageName;
import dev.slipway.registry.Json;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that has to hold before an image is moved, and who may set it aside. */
class GuardsTest {

  private static final String STACK = "io.buildpacks.stack.id";
  private static final String MIXINS = "io.buildpacks.stack.mixins";
  private static final String DISTRIBUTION = "io.buildpacks.base.distro.name";

  /**
   * One thing that does not hold.
   *
   * @param before the base that the image says it stands on
   * @param maySetAside whether force lets it pass
   */
  record Case(
      String code, Sample app, Sample base, String baseName, Sample before, boolean maySetAside) {

    static Case never(String code, Sample app, Sample base) {
      return new Case(code, app, base, Bases.RUN, Bases.before(), false);
    }

    static Case unlessForced(String code, Sample app, String baseName, Sample before) {
      return new Case(code, app, Bases.after(), baseName, before, true);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  static List<Case> cases() {
    Sample app = Bases.app();
    Sample base = Bases.after();
    return List.of(
        Case.never("not-from-buildpacks", app.label(Labels.LIFECYCLE, ""), base),
        Case.never("base-label-malformed", app.label(Labels.LIFECYCLE, "{"), base),
        Case.never("base-label-malformed", app.label(Labels.LIFECYCLE, "[]"), base),
        Case.never("base-label-malformed", app.label(Labels.LIFECYCLE, "{\"runImage\":{}}"), base),
        Case.never(
            "base-label-malformed",
            app.label(Labels.LIFECYCLE, "{\"runImage\":{\"topLayer\":7}}"),
            base),
        Case.never("top-layer-not-found", app("system 1", "launcher", "shop"), base),
        Case.never("top-layer-twice", app("system 1", "libraries 1", "shop", "libraries 1"), base),
        Case.never("base-empty", app, labelled(Sample.of())),
        Case.never("other-platform", app, base.machine("architecture", "arm64")),
        Case.never("other-platform", app, base.machine("os", "windows")),
        Case.never("other-platform", app, base.machine("variant", "v8")),
        Case.never("other-distribution", app, base.label(DISTRIBUTION, "ubuntu")),
        Case.never(
            "other-distribution", app, base.label("io.buildpacks.base.distro.version", "14")),
        Case.never("other-distribution", app, Sample.of("system 2")),
        Case.never("platform-api-malformed", older(app).env("CNB_PLATFORM_API=new"), base),
        Case.never("stack-not-named", older(app), base),
        Case.never("stack-not-named", older(app).label(STACK, "tiny"), base),
        Case.never("other-stack", older(app).label(STACK, "tiny"), base.label(STACK, "full")),
        Case.never(
            "mixins-missing",
            older(app).label(STACK, "tiny").label(MIXINS, "[\"run:curl\",\"zip\"]"),
            base.label(STACK, "tiny").label(MIXINS, "[\"zip\"]")),
        Case.never(
            "mixins-malformed",
            older(app).label(STACK, "tiny").label(MIXINS, "{}"),
            base.label(STACK, "tiny")),
        Case.unlessForced(
            "not-rebasable",
            app.label("io.buildpacks.rebasable", "false"),
            Bases.RUN,
            Bases.before()),
        Case.unlessForced("base-not-named", app, Bases.REGISTRY + "/other/run", Bases.before()),
        Case.unlessForced("base-not-named", app, "other.example/base/run", Bases.before()),
        Case.unlessForced("base-differs", app, Bases.RUN, Sample.of("system 1", "exchanged")),
        Case.unlessForced("base-differs", app, Bases.RUN, Sample.of("system 1")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refuses_with_its_own_code_and_a_sentence(Case one) {
    Refusal refusal = refusal(one, false);
    assertThat(refusal.code()).isEqualTo(one.code());
    assertThat(refusal.sentence()).endsWith(".").hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void force_sets_aside_what_a_person_may_answer_for_and_nothing_else(Case one) throws Refusal {
    if (one.maySetAside()) {
      assertThat(rebase(one, true).kept()).hasSize(2);
    } else {
      assertThat(refusal(one, true).code()).isEqualTo(one.code());
    }
  }

  @Test
  void another_version_of_the_named_base_needs_no_force() throws Refusal {
    for (String name :
        List.of(
            Bases.RUN + ":14.0",
            Bases.RUN + "@" + Bases.digest(Bases.before()),
            "mirror.example/base/run:13.2")) {
      Image base = Bases.read(Bases.after(), name);
      assertThat(
              Rebase.of(Bases.read(Bases.app(), Bases.APP), base, Optional.empty(), false).laid())
          .as(name)
          .hasSize(3);
    }
  }

  @Test
  void stacks_that_fit_are_enough_for_images_of_older_platforms() throws Refusal {
    Sample app = older(Bases.app()).label(STACK, "tiny").label(MIXINS, "[\"run:curl\"]");
    Sample base = Bases.after().label(STACK, "tiny").label(MIXINS, "[\"curl\",\"zip\"]");
    Rebase made =
        Rebase.of(Bases.read(app, Bases.APP), Bases.read(base, Bases.RUN), Optional.empty(), false);
    assertThat(made.configuration()).contains("[\\\"curl\\\",\\\"zip\\\"]");
  }

  @Test
  void a_base_is_named_in_the_older_place_too() throws Refusal {
    String label =
        Bases.label("other.example/run")
            .replace(
                "{\"app\"", "{\"stack\":{\"runImage\":{\"image\":\"" + Bases.RUN + "\"}},\"app\"");
    Image app = Bases.read(Bases.app().label(Labels.LIFECYCLE, label), Bases.APP);
    assertThat(Rebase.of(app, Bases.read(Bases.after(), Bases.RUN), Optional.empty(), false).laid())
        .hasSize(3);
  }

  @Test
  void names_that_mean_the_same_are_the_same() {
    String name = "docker.io/paketobuildpacks/run";
    assertThat(
            List.of(
                "paketobuildpacks/run",
                "paketobuildpacks/run:latest",
                "index.docker.io/paketobuildpacks/run@sha256:abc",
                "registry-1.docker.io/paketobuildpacks/run:1@sha256:abc"))
        .allSatisfy(it -> assertThat(RunImage.plain(it)).isEqualTo(name));
    assertThat(RunImage.plain("run")).isEqualTo("docker.io/library/run");
    assertThat(RunImage.plain("localhost:5000/run:1")).isEqualTo("localhost:5000/run");
    assertThat(RunImage.plain("evil.example/docker.io/run"))
        .isEqualTo("evil.example/docker.io/run");
  }

  @Test
  void labels_as_buildpacks_write_them_are_understood() throws Exception {
    var labels =
        Json.object(resource("image-config-labels.json"), "", "").path("config").path("Labels");
    Sample app = Sample.of("anything");
    for (var label : labels.properties()) {
      app = app.label(label.getKey(), label.getValue().asText());
    }
    RunImage standing = RunImage.of(Bases.read(app, Bases.APP));
    assertThat(standing.topLayer().value()).startsWith("sha256:044e1772");
    assertThat(standing.reference().orElseThrow()).contains("run-jammy-tiny@sha256:acba2551");
    assertThat(standing.names(ImageName.parse("index.docker.io/paketobuildpacks/run-jammy-tiny:2")))
        .isTrue();
    assertThat(Origin.of(Configuration.parse(app.configuration())))
        .contains(
            new Origin(
                "https://github.com/example/guestbook",
                "0123456789abcdef0123456789abcdef01234567"));
  }

  @Test
  void a_label_without_a_base_is_none_that_can_be_used() throws IOException {
    Sample app = Bases.app().label(Labels.LIFECYCLE, resource("lifecycle-metadata.app.json"));
    Case one = Case.never("base-label-malformed", app, Bases.after());
    assertThat(refusal(one, true).code()).isEqualTo("base-label-malformed");
  }

  private static Refusal refusal(Case one, boolean forced) {
    return catchThrowableOfType(Refusal.class, () -> rebase(one, forced));
  }

  private static Rebase rebase(Case one, boolean forced) throws Refusal {
    return Rebase.of(
        Bases.read(one.app(), Bases.APP),
        Bases.read(one.base(), one.baseName()),
        Optional.of(Bases.read(one.before(), Bases.RUN)),
        forced);
  }

  private static Sample app(String... layers) {
    Sample app = Bases.app();
    return new Sample(
        Sample.of(layers).layers(), app.machine(), app.labels(), app.env(), app.docker());
  }

  /** The same, as if made before images said what distribution they need. */
  private static Sample older(Sample app) {
    return new Sample(app.layers(), app.machine(), app.labels(), List.of("A=b"), app.docker());
  }

  private static Sample labelled(Sample base) {
    return new Sample(
        base.layers(), base.machine(), Bases.after().labels(), base.env(), base.docker());
  }

  private static String resource(String name) throws IOException {
    try (var file = GuardsTest.class.getResourceAsStream("/buildpacks/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
