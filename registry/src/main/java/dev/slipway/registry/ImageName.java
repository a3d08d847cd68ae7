package dev.slipway.registry;

import dev.slipway.model.Digest;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageTag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an image lies, and which one is meant. The registry is always named: what a short name
 * stands for is another one on each machine.
 *
 * @param host the registry, with its port if it has one of its own
 * @param tag may move
 * @param digest never moves; where both are there, it says which image is meant
 */
public record ImageName(
    String host, String repository, Optional<String> tag, Optional<Digest> digest) {

  private static final int LENGTH_MAX = 512;

  private static final Pattern NAME =
      Pattern.compile(
          "%s(?::(?<tag>%s))?(?:@(?<digest>sha256:[0-9a-f]{64}))?"
              .formatted(ImageRepository.FORM, ImageTag.FORM));

  /** Reads a name as people and labels write it. */
  public static ImageName parse(String text) throws Refusal {
    Matcher name = NAME.matcher(text.length() > LENGTH_MAX ? "" : text);
    if (!name.matches()) {
      throw new Refusal(
          "image-name-malformed",
          "'%s' does not say which image of which registry; write registry.example.org/team/shop:1.4 or registry.example.org/team/shop@sha256:…."
              .formatted(text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + "…" : text));
    }
    return new ImageName(
        name.group("host"),
        name.group("repository"),
        Optional.ofNullable(name.group("tag")),
        Optional.ofNullable(name.group("digest")).map(Digest::new));
  }

  /** The same image for good. */
  public ImageName pinned(Digest to) {
    return new ImageName(host, repository, tag, Optional.of(to));
  }

  public ImageName tagged(String as) {
    return new ImageName(host, repository, Optional.of(as), Optional.empty());
  }

  /** Whatever versions it has. */
  public String anyVersion() {
    return host + "/" + repository;
  }

  /** As it is asked for: what is pinned by its digest, and the tag that people expect otherwise. */
  String version() {
    return digest.map(Digest::value).or(() -> tag).orElse("latest");
  }

  @Override
  public String toString() {
    return anyVersion()
        + tag.map(it -> ":" + it).orElse("")
        + digest.map(it -> "@" + it).orElse("");
  }
}
