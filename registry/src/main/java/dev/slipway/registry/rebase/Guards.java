package dev.slipway.registry.rebase;

import dev.slipway.registry.Json;
import dev.slipway.registry.Platform;
import dev.slipway.registry.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to hold before an image is moved onto another base. Some of it a person may set aside;
 * what would make an image that cannot run, nobody may. Stateless.
 */
final class Guards {

  private static final String REBUILD = " Rebuild the image on that base instead.";

  private Guards() {}

  static void markedRebasable(Image app) throws Refusal {
    if (app.configuration().label(Labels.REBASABLE).filter("false"::equals).isPresent()) {
      throw new Refusal(
          "not-rebasable",
          "%s says that it must not be rebased (%s).%s --force does it all the same."
              .formatted(app.name(), Labels.REBASABLE, REBUILD));
    }
  }

  static void namesBase(Image app, RunImage standing, Image base) throws Refusal {
    if (!standing.names(base.name())) {
      throw new Refusal(
          "base-not-named",
          "%s does not name %s as its base or as a mirror of it. Name one that it does, or say --force, which has the image name this one from then on."
              .formatted(app.name(), base.name().anyVersion()));
    }
  }

  /**
   * The layers below have to be those of the base that the image says it stands on.
   *
   * @param before that base
   */
  static void standsOn(Image app, int layers, Image before) throws Refusal {
    if (!app.configuration()
        .diffIds()
        .subList(0, layers)
        .equals(before.configuration().diffIds())) {
      throw new Refusal(
          "base-differs",
          "The lowest %d layers of %s are not those of %s, which it says that it stands on.%s --force replaces them all the same."
              .formatted(layers, app.name(), before.name(), REBUILD));
    }
  }

  /** By what images say of themselves since version 0.12 of the platform, and before by stacks. */
  static void compatible(Image app, Image base) throws Refusal {
    Platform wanted = app.configuration().platform();
    Platform given = base.configuration().platform();
    if (!wanted.equals(given)) {
      throw new Refusal(
          "other-platform",
          "%s is for %s, and the base for %s; name a base for the same machines."
              .formatted(app.name(), wanted, given));
    }
    if (knowsDistributions(app)) {
      sameDistribution(app, base);
    } else {
      sameStack(app, base);
      hasMixins(app, base);
    }
  }

  private static boolean knowsDistributions(Image app) throws Refusal {
    String api = app.configuration().platformApi().orElse("0.3");
    if (!api.matches("[0-9]{1,4}\\.[0-9]{1,4}")) {
      throw new Refusal(
          "platform-api-malformed",
          "%s was made for a version of the buildpacks' platform that is none: '%s'."
              .formatted(app.name(), api));
    }
    int dot = api.indexOf('.');
    return Integer.parseInt(api.substring(0, dot)) > 0
        || Integer.parseInt(api.substring(dot + 1)) >= 12;
  }

  private static void sameDistribution(Image app, Image base) throws Refusal {
    String wanted = distribution(app);
    String given = distribution(base);
    if (!wanted.equals(given)) {
      throw new Refusal(
          "other-distribution",
          "%s needs %s, and the base has %s.%s".formatted(app.name(), wanted, given, REBUILD));
    }
  }

  private static String distribution(Image image) {
    Optional<String> name = image.configuration().label(Labels.DISTRIBUTION);
    Optional<String> version = image.configuration().label(Labels.DISTRIBUTION_VERSION);
    return name.isEmpty() && version.isEmpty()
        ? "no distribution that it names"
        : "the distribution '%s' in version '%s'".formatted(name.orElse(""), version.orElse(""));
  }

  private static void sameStack(Image app, Image base) throws Refusal {
    Optional<String> wanted = app.configuration().label(Labels.STACK);
    Optional<String> given = base.configuration().label(Labels.STACK);
    if (wanted.isEmpty() || given.isEmpty()) {
      throw new Refusal(
          "stack-not-named",
          "%s names no stack (%s), so nobody knows whether the two fit.%s"
              .formatted((wanted.isEmpty() ? app : base).name(), Labels.STACK, REBUILD));
    }
    if (!wanted.equals(given)) {
      throw new Refusal(
          "other-stack",
          "%s needs the stack '%s', and the base is of '%s'.%s"
              .formatted(app.name(), wanted.get(), given.get(), REBUILD));
    }
  }

  private static void hasMixins(Image app, Image base) throws Refusal {
    Set<String> missing = new TreeSet<>(mixins(app));
    missing.removeAll(mixins(base));
    if (!missing.isEmpty()) {
      throw new Refusal(
          "mixins-missing",
          "The base lacks what %s needs: %s.%s"
              .formatted(app.name(), String.join(", ", missing), REBUILD));
    }
  }

  /** Without the prefix that says whether one is for building or for running. */
  private static Set<String> mixins(Image image) throws Refusal {
    String label = image.configuration().label(Labels.MIXINS).orElse("[]");
    Set<String> mixins = new TreeSet<>();
    for (String mixin : Json.texts(label, "mixins-malformed", "The label " + Labels.MIXINS)) {
      mixins.add(mixin.replaceFirst("^(build|run):", ""));
    }
    return mixins;
  }
}
