package dev.slipway.outlet.cdevents;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published schemas of CDEvents 0.5.1, with the formats in them. Where from, NOTICE.md says.
 */
final class CdEventsSchemas {

  private static final String BASE = "https://cdevents.dev/0.5.1/schema/";

  /** The files of the types that are sent, and whose schemas they are. */
  private static final Map<String, String> FILES =
      Map.of(
          "dev.cdevents.pipelinerun.queued.0.3.0", "pipelinerunqueued",
          "dev.cdevents.pipelinerun.started.0.3.0", "pipelinerunstarted",
          "dev.cdevents.pipelinerun.finished.0.3.0", "pipelinerunfinished",
          "dev.cdevents.service.deployed.0.3.0", "servicedeployed",
          "dev.cdevents.service.upgraded.0.3.0", "serviceupgraded",
          "dev.cdevents.service.rolledback.0.3.0", "servicerolledback",
          "dev.cdevents.service.removed.0.3.0", "serviceremoved");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(CdEventsSchemas::linked));

  private CdEventsSchemas() {}

  /** What links look like is in files of their own, which the schemas name by an address. */
  private static Optional<String> link(String address) {
    return Optional.of(address)
        .filter(it -> it.startsWith(BASE + "links/"))
        .map(it -> read("schemas/links/" + it.substring((BASE + "links/").length()) + ".json"));
  }

  @SuppressWarnings("NullAway") // The validator asks for null where there is none.
  private static String linked(String address) {
    return link(address).orElse(null);
  }

  /** What is wrong with an event of a type; nothing of one that CDEvents has no type for. */
  static List<Error> faults(String type, String event) {
    String file =
        type.startsWith("dev.cdeventsx.")
            ? "custom"
            : Optional.ofNullable(FILES.get(type)).orElseThrow(() -> new AssertionError(type));
    String schema = read("schemas/" + file + ".json");
    return REGISTRY
        .getSchema(SchemaLocation.of(BASE + file), schema, InputFormat.JSON)
        .validate(
            event,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  static String read(String file) {
    try (InputStream in =
        Optional.ofNullable(CdEventsSchemas.class.getResourceAsStream(file)).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
