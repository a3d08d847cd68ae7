package dev.slipway.codec;

import static dev.slipway.codec.Samples.DIGEST;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.SHOP;

import dev.slipway.model.Digest;
import dev.slipway.model.SourceName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.ParameterType;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageBase;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.Rebased;
import dev.slipway.model.image.TagPattern;
import dev.slipway.model.image.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images that are followed, and how they moved. */
final class ImageSamples {

  private static final ImageRepository REPOSITORY =
      new ImageRepository("registry.example:5000/team/shop");
  private static final ImageChoice NEWEST = new ImageChoice.Newest(new VersionRange(">=1.4 <2"));

  private static final ImageBase BASE =
      new ImageBase(new ImageRepository("registry.example:5000/base/run"), new ImageTag("13"));

  static final Entry MOVED =
      new ImageMoved(
          SHOP,
          new ImageSource(REPOSITORY, NEWEST),
          2,
          new ImageTag("1.9.2"),
          DIGEST,
          Optional.of(Digest.ofHex("cd".repeat(32))),
          NOON,
          Optional.empty());

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "image-moved-first",
          new ImageMoved(
              SHOP,
              new ImageSource(REPOSITORY, new ImageChoice.Tagged(new ImageTag("stable"))),
              1,
              new ImageTag("stable"),
              DIGEST,
              Optional.empty(),
              NOON,
              Optional.empty()),
          "image-moved-rebased",
          new ImageMoved(
              SHOP,
              new ImageSource(REPOSITORY, NEWEST, Optional.of(BASE)),
              3,
              new ImageTag("1.9.2-slipway-0123456789ab"),
              DIGEST,
              Optional.of(Digest.ofHex("cd".repeat(32))),
              NOON,
              Optional.of(
                  new Rebased(
                      new ImageTag("1.9.2"),
                      Digest.ofHex("ef".repeat(32)),
                      Digest.ofHex("12".repeat(32))))),
          "application-defined-on-base",
          new ApplicationDefined(
              Samples.DEFINITION.taking(
                  Optional.of(
                      List.of(
                          new ParameterDefinition(
                              "image",
                              new ParameterType.Image(
                                  Optional.of(
                                      new ImageSource(REPOSITORY, NEWEST, Optional.of(BASE)))),
                              Optional.empty())))),
              new Origin.Implied(),
              Optional.empty(),
              ""),
          "event-received-images",
          new EventReceived(
              new SourceName("registry"), DIGEST, new Event.ImagesHinted(List.of(REPOSITORY))),
          "application-defined-following",
          new ApplicationDefined(
              new ApplicationDefinition(
                      SHOP,
                      Optional.of(Samples.REPOSITORY),
                      Samples.DEFINITION.services(),
                      List.of(Samples.STAGING),
                      List.of(
                          new TriggerDefinition(
                              new TriggerName("image"),
                              new TriggerDefinition.On.Image(List.of("image", "tool")),
                              List.of())),
                      Optional.empty())
                  .taking(
                      Optional.of(
                          List.of(
                              following("image", NEWEST),
                              following(
                                  "sidecar", new ImageChoice.Like(new TagPattern("release-*"))),
                              following("tool", new ImageChoice.Tagged(new ImageTag("stable")))))),
              new Origin.Implied(),
              Optional.empty(),
              ""));

  private ImageSamples() {}

  private static ParameterDefinition following(String name, ImageChoice choice) {
    return new ParameterDefinition(
        name,
        new ParameterType.Image(Optional.of(new ImageSource(REPOSITORY, choice))),
        Optional.empty());
  }
}
