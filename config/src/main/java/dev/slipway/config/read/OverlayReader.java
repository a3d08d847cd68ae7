package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads an overlay. */
final class OverlayReader {

  private final Problems problems;
  private final SettingsReader settings;
  private final BoundReader bounds;
  private final Durations durations;

  OverlayReader(Problems problems) {
    this.problems = problems;
    this.settings = new SettingsReader(problems);
    this.bounds = new BoundReader(problems);
    this.durations = new Durations(problems);
  }

  /**
   * The definition; of use only when no problem was found.
   *
   * @param bytes how large the document is
   */
  Optional<OverlayDefinition> read(Node.Fields document, int bytes) {
    if (bytes > OverlayDefinition.BYTES_MAX) {
      problems.add(
          document.place(),
          "overlay-too-large",
          "An overlay may have at most 8 KiB. Split it into several.");
    }
    List<Setting> set = values(document, "set");
    List<Setting> require = values(document, "require");
    List<Bound> limit = mapping(document, "limit").map(bounds::read).orElseGet(List::of);
    notBoth(document, set, require);
    if (set.size() + require.size() + limit.size() > OverlayDefinition.VALUES_MAX) {
      problems.add(
          document.place(),
          "too-many",
          "An overlay has at most %d values and limits. Split it into several."
              .formatted(OverlayDefinition.VALUES_MAX));
    }
    return document
        .text("overlay")
        .flatMap(name ->
            document
                .text("owner")
                .map(owner ->
                    new OverlayDefinition(
                        new OverlayName(name.value()),
                        new OwnerName(owner.value()),
                        ReachReader.read(mapping(document, "for")),
                        set,
                        require,
                        limit,
                        mapping(document, "campaign").map(this::pace))));
  }

  /** A time that is out of range has been said, and is none. */
  private CampaignPace pace(Node.Fields campaign) {
    return new CampaignPace(
        StrategyReader.portion(campaign, "at_once"),
        durations.find(campaign, "every").filter(CampaignPace::isPossible));
  }

  private List<Setting> values(Node.Fields document, String key) {
    Optional<Node.Fields> values = mapping(document, key);
    values.ifPresent(this::notGiven);
    return values.map(settings::read).orElseGet(List::of);
  }

  /** An overlay is for applications that may have no such parameter. */
  private void notGiven(Node.Fields values) {
    values.fields("secrets").stream()
        .map(Node.Field::value)
        .filter(Node.Fields.class::isInstance)
        .flatMap(secret -> ((Node.Fields) secret).field("param").stream())
        .forEach(param ->
            problems.add(
                param.place(),
                "key-not-here",
                "'param' is for the application that declares the parameter. Remove it."));
  }

  /** What has to be needs no default. */
  private void notBoth(Node.Fields document, List<Setting> set, List<Setting> require) {
    Set<SettingName> required = require.stream().map(Setting::name).collect(Collectors.toSet());
    set.stream()
        .filter(setting -> required.contains(setting.name()))
        .findFirst()
        .ifPresent(setting ->
            problems.add(
                new Place(setting.line(), document.place().column()),
                "set-and-required",
                "'%s' is set and required. Leave it out of one of them."
                    .formatted(setting.name())));
  }

  private static Optional<Node.Fields> mapping(Node.Fields fields, String key) {
    return fields.get(key).filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
  }
}
