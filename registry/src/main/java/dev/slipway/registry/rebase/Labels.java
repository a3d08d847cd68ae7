package dev.slipway.registry.rebase;

/** Names that buildpacks write into images. Stateless. */
final class Labels {

  static final String LIFECYCLE = "io.buildpacks.lifecycle.metadata";
  static final String PROJECT = "io.buildpacks.project.metadata";
  static final String REBASABLE = "io.buildpacks.rebasable";
  static final String STACK = "io.buildpacks.stack.id";
  static final String MIXINS = "io.buildpacks.stack.mixins";
  static final String DISTRIBUTION = "io.buildpacks.base.distro.name";
  static final String DISTRIBUTION_VERSION = "io.buildpacks.base.distro.version";
  static final String PLATFORM_API = "CNB_PLATFORM_API";

  static final String SOURCE = "org.opencontainers.image.source";
  static final String REVISION = "org.opencontainers.image.revision";
  static final String BASE_DIGEST = "org.opencontainers.image.base.digest";
  static final String BASE_NAME = "org.opencontainers.image.base.name";

  private Labels() {}

  /** Whether a label tells of the base, so that it changes with it. */
  static boolean isOfBase(String label) {
    return label.startsWith("io.buildpacks.base.") || label.startsWith("io.buildpacks.stack.");
  }
}
