package dev.slipway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.shape.CanonicalText;
import dev.slipway.codec.shape.Shapes;
import dev.slipway.model.ServiceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.Order;
import dev.slipway.model.state.Shipment;
import dev.slipway.model.state.Skip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of every form. A golden file is never changed: what a released Slipway wrote stays
 * readable. What was written instead lies in {@code target/golden}.
 */
class GoldenTest {

  static List<Entry> entries() {
    return Stream.of(
            Samples.ENTRIES,
            GroupSamples.ENTRIES,
            QueueSamples.ENTRIES,
            BypassSamples.ENTRIES,
            EnvironmentGroupSamples.ENTRIES,
            TrainSamples.ENTRIES,
            SetSamples.ENTRIES,
            CampaignSamples.ENTRIES,
            JobSamples.ENTRIES,
            ExternalSamples.ENTRIES,
            TrustSamples.ENTRIES,
            ResourceSamples.ENTRIES,
            NotificationSamples.ENTRIES,
            SecretSamples.ENTRIES,
            StrategySamples.ENTRIES,
            LayerSamples.ENTRIES,
            TargetSamples.ENTRIES)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void an_entry_has_its_golden_bytes_and_comes_back_from_them(Entry entry) throws IOException {
    byte[] bytes = EntryCodec.encode(Samples.recorded(entry), Samples.DIGEST);

    assertIsGolden(EntryCodec.typeOf(entry), bytes);
    assertThat(EntryCodec.decodeLinked(bytes))
        .isEqualTo(new Linked(Samples.recorded(entry), Samples.DIGEST));
  }

  @Test
  void every_entry_type_has_a_golden_file() {
    assertThat(Stream.of(Entry.class.getPermittedSubclasses()))
        .containsExactlyInAnyOrderElementsOf(
            entries().stream().<Class<?>>map(Object::getClass).toList());
  }

  @Test
  void what_an_environment_asks_for_has_its_golden_bytes_and_comes_back() throws IOException {
    Entry entry = new EnvironmentDeclared(Samples.GUARDED, new Origin.Implied());
    byte[] bytes = EntryCodec.encode(Samples.recorded(entry), Samples.DIGEST);

    assertIsGolden("environment-declared-guarded", bytes);
    assertThat(EntryCodec.decode(bytes).entry()).isEqualTo(entry);
  }

  @Test
  void a_rollback_past_a_lock_has_its_golden_bytes_and_comes_back() throws IOException {
    Optional<Permit> permit = Optional.of(new Permit(List.of(new LockId("l-0123456789abcdef"))));
    assertIsGoldenEntry(
        "command-received-permitted",
        new CommandReceived(
            Samples.ALICE,
            "key 2",
            new Command.Rollback(Samples.PLACE, Optional.of(2), permit, Optional.empty())));
    assertIsGoldenEntry(
        "shipment-made-permitted",
        new ShipmentMade(
            new Shipment(
                Samples.SHIPMENT,
                Samples.SHOP,
                Samples.CHANGE,
                Samples.DEFINITION,
                List.of(Samples.STAGING),
                new Shipment.MadeBy.Rollback(
                    Samples.ALICE,
                    2,
                    List.of(new Skip(3, Samples.SHA)),
                    false,
                    permit,
                    Optional.empty()),
                false,
                Samples.VARIABLES)));
  }

  private static void assertIsGoldenEntry(String name, Entry entry) throws IOException {
    byte[] bytes = EntryCodec.encode(Samples.recorded(entry), Samples.DIGEST);
    assertIsGolden(name, bytes);
    assertThat(EntryCodec.decode(bytes).entry()).isEqualTo(entry);
  }

  @Test
  void two_programs_have_their_golden_bytes_and_come_back() throws IOException {
    ServiceDefinition bucket =
        new ServiceDefinition(
            new ServiceName("bucket"),
            new Workload.External(
                List.of(new Template("./fetch")),
                List.of(new Template("./apply"), new Template("x"))),
            Optional.empty(),
            new TreeMap<>(),
            Timeouts.STANDARD);
    ApplicationDefinition definition =
        new ApplicationDefinition(
            Samples.SHOP,
            Optional.of(Samples.REPOSITORY),
            List.of(bucket),
            List.of(Samples.STAGING),
            List.of(),
            Optional.empty());
    Entry entry =
        new ApplicationDefined(definition, new Origin.Implied(), Optional.empty(), "slipway.yaml");
    byte[] bytes = EntryCodec.encode(Samples.recorded(entry), Samples.DIGEST);

    assertIsGolden("application-defined-external", bytes);
    assertThat(EntryCodec.decode(bytes).entry()).isEqualTo(entry);
  }

  static Stream<Map.Entry<String, Entry>> newerForms() {
    return Stream.of(
            NewerSamples.BY_NAME,
            CheckSamples.BY_NAME,
            ImageSamples.BY_NAME,
            GroupSamples.BY_NAME,
            QueueSamples.BY_NAME,
            BypassSamples.BY_NAME,
            EnvironmentGroupSamples.BY_NAME,
            TrainSamples.BY_NAME,
            SetSamples.BY_NAME,
            CampaignSamples.BY_NAME,
            ParameterSamples.BY_NAME,
            JobSamples.BY_NAME,
            ExternalSamples.BY_NAME,
            TrustSamples.BY_NAME,
            ResourceSamples.BY_NAME,
            NotificationSamples.BY_NAME,
            RemovalSamples.BY_NAME,
            StrategySamples.BY_NAME,
            TargetSamples.BY_NAME,
            SecretSamples.BY_NAME,
            LayerSamples.BY_NAME)
        .flatMap(samples -> samples.entrySet().stream());
  }

  /** Components that came later, in entries that were there before. */
  @ParameterizedTest
  @MethodSource("newerForms")
  void a_newer_form_of_an_entry_has_its_golden_bytes_and_comes_back(Map.Entry<String, Entry> form)
      throws IOException {
    assertIsGoldenEntry(form.getKey(), form.getValue());
  }

  @Test
  void an_order_has_its_golden_bytes() throws IOException {
    assertIsGolden("order", CanonicalText.of(Shapes.of(Order.class), Samples.ORDER).bytes());
  }

  @Test
  void an_order_to_run_a_job_has_its_golden_bytes() throws IOException {
    assertIsGolden("order-job", CanonicalText.of(Shapes.of(Order.class), JobSamples.ORDER).bytes());
  }

  @Test
  void a_report_has_its_golden_bytes() throws IOException {
    String text = ReportCodec.encode(Samples.ENDED);

    assertIsGolden("report", text.getBytes(StandardCharsets.UTF_8));
    Report back = ReportCodec.decode(text);
    assertThat(back).isEqualTo(Samples.ENDED);
  }

  private static void assertIsGolden(String name, byte[] bytes) throws IOException {
    Path written = Path.of("target", "golden", name + ".json");
    Files.createDirectories(written.getParent());
    Files.write(written, bytes);
    try (InputStream golden = GoldenTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(golden).as("golden file %s", name).isNotNull();
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
