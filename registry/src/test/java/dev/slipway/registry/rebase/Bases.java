package dev.slipway.registry.rebase;

import dev.slipway.model.Digest;
import dev.slipway.registry.Json;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Sample;
import dev.slipway.registry.Sha256;

/** An application's image on a base, the base, and the base's next version. */
public final class Bases {

  static final String REGISTRY = "registry.example";
  static final String APP = REGISTRY + "/team/shop:1.4";
  static final String RUN = REGISTRY + "/base/run";

  private Bases() {}

  public static Sample before() {
    return base("system 1", "libraries 1")
        .label("org.opencontainers.image.revision", "1111111111")
        .label("io.buildpacks.base.homepage", "https://example.org/1");
  }

  public static Sample after() {
    return base("system 2", "libraries 2", "more 2")
        .machine("os.version", "2")
        .label("org.opencontainers.image.revision", "2222222222")
        .label("io.buildpacks.base.id", "run-2");
  }

  private static Sample base(String... layers) {
    return Sample.of(layers)
        .label("org.opencontainers.image.source", "https://git.example/base/run")
        .label("io.buildpacks.base.distro.name", "debian")
        .label("io.buildpacks.base.distro.version", "13");
  }

  static Sample app() {
    return app(RUN);
  }

  /** Made for version 0.12 of the platform, by which images say what distribution they need. */
  public static Sample app(String run) {
    return Sample.of("system 1", "libraries 1", "launcher", "shop")
        .env("CNB_PLATFORM_API=0.12")
        .label("io.buildpacks.lifecycle.metadata", label(run))
        .label("io.buildpacks.base.distro.name", "debian")
        .label("io.buildpacks.base.distro.version", "13")
        .label("io.buildpacks.base.homepage", "https://example.org/1")
        .label("org.opencontainers.image.source", "https://git.example/team/shop.git")
        .label("org.opencontainers.image.revision", "0123456789abcdef0123456789abcdef01234567")
        .label("maintainer", "the shop's people")
        .machine("author", "somebody");
  }

  static String label(String run) {
    var label = Json.object();
    label.putArray("app").addObject().put("sha", "sha256:abc");
    label
        .putObject("runImage")
        .put("topLayer", before().layers().getLast().diffId().value())
        .put("reference", run + "@" + digest(before()))
        .put("image", run + ":13.1")
        .putArray("mirrors")
        .add("mirror.example/base/run");
    return Json.text(label);
  }

  static Digest digest(Sample image) {
    return Sha256.of(image.manifest());
  }

  static Image read(Sample image, String name) {
    try {
      return image.read(name);
    } catch (Refusal refusal) {
      throw new AssertionError(refusal);
    }
  }
}
