package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Document;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.layer.SettingValue.Amount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What overlays mean. */
class OverlayDocumentsTest {

  private static OverlayDefinition compiled(Bytes bytes) {
    Compiled compiled = Documents.compile("file.yaml", bytes);
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Document.OfOverlay) ((Compiled.Valid) compiled).documents().getFirst()).definition();
  }

  @Test
  void an_overlay_sets_requires_and_limits_with_the_line_of_each() {
    assertThat(compiled(Samples.bytes("valid/overlay.yaml")))
        .isEqualTo(
            new OverlayDefinition(
                new OverlayName("cost-caps"),
                new OwnerName("finance"),
                new Reach(
                    List.of("shop", "billing-*"),
                    List.of("production"),
                    List.of("web"),
                    new TreeMap<>(Map.of("region", "eu"))),
                List.of(
                    new Setting(SettingName.MEMORY, new Amount(512), 10),
                    new Setting(SettingName.REPLICAS, new Amount(2), 9)),
                List.of(
                    new Setting(
                        SettingName.variable("TLS"), new SettingValue.Wording("required"), 12)),
                List.of(
                    new Bound.Range(
                        SettingName.MEMORY, Optional.empty(), Optional.of(new Amount(2048)), 16),
                    new Bound.Range(
                        SettingName.REPLICAS,
                        Optional.of(new Amount(2)),
                        Optional.of(new Amount(10)),
                        14),
                    new Bound.Total(SettingName.REPLICAS, 40, 19),
                    new Bound.OneOf(SettingName.STRATEGY, List.of("rolling", "blue-green"), 15),
                    new Bound.Range(
                        SettingName.TIMEOUT,
                        Optional.empty(),
                        Optional.of(new SettingValue.Time(Duration.ofMinutes(30))),
                        17),
                    new Bound.OneOf(
                        SettingName.variable("LOG_LEVEL"), List.of("info", "warn"), 18))));
  }

  @Test
  void an_overlay_that_says_nothing_is_for_everything_and_has_no_force() {
    OverlayDefinition nothing = compiled(Bytes.ofUtf8("overlay: caps\nowner: finance\n"));

    assertThat(nothing.reach())
        .isEqualTo(new Reach(List.of(), List.of(), List.of(), new TreeMap<>()));
    assertThat(nothing.set()).isEmpty();
    assertThat(nothing.limit()).isEmpty();
  }

  @Test
  void an_overlay_is_no_larger_than_a_shipment_can_take_along() {
    String large =
        "overlay: caps\nowner: finance\nset: {variables: {A: '%s'}}\n".formatted("x".repeat(9_000));

    assertThat(Samples.problems(Documents.compile("file.yaml", Bytes.ofUtf8(large))))
        .contains("[overlay-too-large]");
  }
}
