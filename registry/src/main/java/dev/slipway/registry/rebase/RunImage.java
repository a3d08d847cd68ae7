package dev.slipway.registry.rebase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.Digest;
import dev.slipway.model.InvalidValue;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Json;
import dev.slipway.registry.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an image says of the base that it stands on.
 *
 * @param topLayer the uppermost layer of the base
 * @param reference which base it was, by digest
 * @param label all of it, as it stands there
 */
record RunImage(Digest topLayer, Optional<String> reference, String label) {

  static final String CODE = "base-label-malformed";
  static final String WHAT = "The label " + Labels.LIFECYCLE;

  /** Names of the one registry that may be left out, and the part that may be too. */
  private static final Pattern USUAL = Pattern.compile("^(index\\.|registry-1\\.)?docker\\.io/");

  private static final Pattern VERSION = Pattern.compile("(:[^/:@]*)?(@.*)?$");

  static RunImage of(Image image) throws Refusal {
    String label =
        image
            .configuration()
            .label(Labels.LIFECYCLE)
            .orElseThrow(() ->
                new Refusal(
                    "not-from-buildpacks",
                    "%s has no label %s, so buildpacks did not make it and nobody knows where its base ends; rebuild it on the new base."
                        .formatted(image.name(), Labels.LIFECYCLE)));
    JsonNode run = Json.object(label, CODE, WHAT).path("runImage");
    try {
      return new RunImage(
          new Digest(Json.string(run.path("topLayer"))),
          Optional.of(Json.string(run.path("reference"))).filter(it -> !it.isEmpty()),
          label);
    } catch (InvalidValue _) {
      throw new Refusal(CODE, WHAT + " does not say which layer is the uppermost of the base.");
    }
  }

  /** Whether the image says that it may stand on this one: by its name, whatever the version. */
  boolean names(ImageName base) throws Refusal {
    ObjectNode read = Json.object(label, CODE, WHAT);
    String wanted = plain(base.anyVersion());
    return Stream.of(read.path("runImage"), read.path("stack").path("runImage"))
        .flatMap(
            run -> Stream.concat(Stream.of(run.path("image")), run.path("mirrors").valueStream()))
        .anyMatch(name -> name.isTextual() && plain(name.textValue()).equals(wanted));
  }

  /** The name without its version, in the one form of several that mean the same. */
  static String plain(String name) {
    String bare = VERSION.matcher(name).replaceFirst("");
    String first = bare.substring(0, Math.max(0, bare.indexOf('/')));
    boolean hasHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    String whole = USUAL.matcher(hasHost ? bare : "docker.io/" + bare).replaceFirst("docker.io/");
    return whole.matches("docker\\.io/[^/]+") ? whole.replaceFirst("/", "/library/") : whole;
  }

  /**
   * The label of an image that stands on another base.
   *
   * @param named whether the image named that base already; else it does from now on
   */
  String onto(Digest top, ImageName base, boolean named) throws Refusal {
    ObjectNode read = Json.object(label, CODE, WHAT);
    ObjectNode run = (ObjectNode) read.path("runImage");
    run.put("topLayer", top.value());
    run.put("reference", base.anyVersion() + "@" + base.digest().orElseThrow());
    if (!named) {
      rename(run, base);
      if (read.path("stack").path("runImage") instanceof ObjectNode stacked) {
        rename(stacked, base);
      }
    }
    return Json.text(read);
  }

  private static void rename(ObjectNode run, ImageName base) {
    run.put("image", base.anyVersion() + base.tag().map(tag -> ":" + tag).orElse(""));
    run.putArray("mirrors");
  }
}
