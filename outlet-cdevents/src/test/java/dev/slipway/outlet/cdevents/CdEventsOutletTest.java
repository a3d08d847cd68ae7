package dev.slipway.outlet.cdevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Message;
import dev.slipway.outlet.StandardWebhook;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.WebhookSecret;
import dev.slipway.outlet.contract.Tellings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever listens for CDEvents hears. */
class CdEventsOutletTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CdEventsOutlet OUTLET =
      new CdEventsOutlet(Optional.empty(), Optional.of("https://slipway.example"));
  private static final CdEventsOutlet UNLINKED =
      new CdEventsOutlet(Optional.empty(), Optional.empty());

  /** The events of the messages, each held against the schema of its type. */
  private static List<JsonNode> events(CdEventsOutlet outlet, Telling telling) {
    return outlet.messages(telling, Tellings.AT).stream()
        .map(message -> {
          assertThat(message.headers())
              .containsEntry("Content-Type", "application/cloudevents+json");
          JsonNode event = CloudEventForm.take(message.body());
          assertThat(
                  CdEventsSchemas.faults(event.get("type").asText(), event.get("data").toString()))
              .as(message.body())
              .isEmpty();
          return event;
        })
        .toList();
  }

  private static List<JsonNode> events(Telling telling) {
    return events(OUTLET, telling);
  }

  private static List<String> types(Telling telling) {
    return events(telling).stream()
        .map(event -> event.get("type").asText().replaceAll("dev\\.|\\.0\\.[0-9]\\.0", ""))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void every_message_of_every_occasion_is_of_the_published_schema(Occasion occasion) {
    for (Telling telling :
        List.of(
            Tellings.of(occasion, "It said \"<no>\"."),
            Tellings.of(Occasion.QUEUED, Occasion.STARTED, occasion),
            Tellings.first(occasion),
            Tellings.forgotten(occasion),
            Tellings.emptied(),
            Tellings.rehearsal())) {
      assertThat(events(OUTLET, telling)).isNotEmpty();
      assertThat(events(UNLINKED, telling)).hasSameSizeAs(events(OUTLET, telling));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED, cdevents.pipelinerun.queued",
    "STARTED, cdevents.pipelinerun.started",
    "SETTLED, cdevents.service.upgraded cdevents.pipelinerun.finished",
    "ROLLED_BACK, cdevents.service.rolledback cdevents.pipelinerun.finished",
    "FAILED, cdevents.pipelinerun.finished",
    "CANCELLED, cdevents.pipelinerun.finished",
    "WAITING_FOR_APPROVAL, cdeventsx.slipway-approval.requested",
    "BYPASSED, cdeventsx.slipway-guardrail.bypassed",
    "STUCK, cdeventsx.slipway-rollout.stuck"
  })
  void each_occasion_has_its_types(Occasion occasion, String types) {
    assertThat(types(Tellings.of(occasion))).containsExactly(types.split(" "));
  }

  @Test
  void the_first_delivery_deploys_and_one_with_nothing_in_it_removes() {
    assertThat(types(Tellings.first(Occasion.SETTLED)).getFirst())
        .isEqualTo("cdevents.service.deployed");
    assertThat(types(Tellings.emptied()).getFirst()).isEqualTo("cdevents.service.removed");
  }

  @Test
  void of_what_is_forgotten_only_its_end_is_told_for_a_service_has_an_artifact() {
    assertThat(types(Tellings.forgotten(Occasion.SETTLED)))
        .containsExactly("cdevents.pipelinerun.finished");
  }

  @Test
  void a_service_names_its_environment_and_the_artifact_by_commit_and_digest() {
    JsonNode service = events(Tellings.of(Occasion.SETTLED)).getFirst();
    assertThat(service.get("subject").asText()).isEqualTo("shop");
    assertThat(service.at("/data/subject/content/environment/id").asText()).isEqualTo("staging");
    assertThat(service.at("/data/subject/content/artifactId").asText())
        .isEqualTo("pkg:generic/shop@%s?checksum=%s", Tellings.SHA, Tellings.ARTIFACT);
    assertThat(service.at("/data/customData/delivery").asInt()).isEqualTo(3);
    assertThat(service.at("/data/customData/sha").asText()).isEqualTo(Tellings.SHA);
  }

  @ParameterizedTest
  @CsvSource({"SETTLED, success", "ROLLED_BACK, success", "FAILED, failure", "CANCELLED, cancel"})
  void a_run_ends_as_it_ended_and_says_why(Occasion occasion, String outcome) {
    JsonNode run = events(Tellings.of(occasion, "Because.")).getLast().at("/data/subject/content");
    assertThat(run.get("pipelineName").asText()).isEqualTo("shop/staging");
    assertThat(run.get("outcome").asText()).isEqualTo(outcome);
    assertThat(run.get("errors").asText()).isEqualTo("Because.");
    assertThat(run.get("uri").asText()).isEqualTo("https://slipway.example/apps/shop/staging/3");
  }

  @Test
  void what_is_told_at_once_is_an_event_each_in_its_order_and_of_one_subject() {
    Telling telling = Tellings.of(Occasion.QUEUED, Occasion.STARTED, Occasion.FAILED);
    assertThat(types(telling))
        .containsExactly(
            "cdevents.pipelinerun.queued",
            "cdevents.pipelinerun.started",
            "cdevents.pipelinerun.finished");
    assertThat(events(telling).stream().map(event -> event.get("subject").asText()).distinct())
        .containsExactly("shop/staging/s-7f21aa00bb11cc22");
  }

  @Test
  void an_id_stays_whatever_is_told_with_it_when_it_is_tried_again() {
    List<String> first = ids(Tellings.of(Occasion.QUEUED));
    List<String> more = ids(Tellings.of(Occasion.QUEUED, Occasion.STARTED, Occasion.SETTLED));
    assertThat(more).startsWith(first.getFirst()).doesNotHaveDuplicates().hasSize(4);
    assertThat(ids(Tellings.of(Occasion.QUEUED))).isEqualTo(first);
  }

  private static List<String> ids(Telling telling) {
    return events(telling).stream().map(event -> event.get("id").asText()).toList();
  }

  @Test
  void where_nobody_said_how_it_is_reached_it_is_named_by_its_place() {
    JsonNode started = events(UNLINKED, Tellings.of(Occasion.STARTED)).getFirst();
    assertThat(started.get("source").asText()).isEqualTo("/slipway/main");
    assertThat(started.at("/data/subject/content/uri").asText())
        .isEqualTo("slipway:main/shop/staging/3");
  }

  @Test
  void a_message_is_signed_over_its_exact_bytes_under_the_events_id() {
    WebhookSecret secret =
        WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
    Message message =
        new CdEventsOutlet(Optional.of(secret), Optional.empty())
            .messages(Tellings.of(Occasion.FAILED), Tellings.AT)
            .getFirst();
    String id = CloudEventForm.take(message.body()).get("id").asText();
    assertThat(message.headers())
        .containsEntry("webhook-id", id)
        .containsEntry("webhook-timestamp", "1796022120")
        .containsAllEntriesOf(
            StandardWebhook.headers(id, Tellings.AT, message.body(), Optional.of(secret)));
    assertThat(OUTLET.messages(Tellings.of(Occasion.FAILED), Tellings.AT).getFirst().headers())
        .doesNotContainKey("webhook-signature");
  }

  @Test
  void what_cannot_be_seen_of_a_reason_is_not_said() {
    assertThat(
            events(Tellings.of(Occasion.FAILED, "a\nb\u202ec"))
                .getFirst()
                .at("/data/subject/content/errors")
                .asText())
        .isEqualTo("a b c");
  }

  @Test
  void a_test_says_that_it_is_one_and_names_no_delivery() {
    JsonNode test = events(Tellings.rehearsal()).getFirst();
    assertThat(test.get("type").asText()).contains("slipway-notification.tested");
    assertThat(test.get("subject").asText()).isEqualTo("shop-team");
    assertThat(test.at("/data/customData").has("delivery")).isFalse();
  }

  /** That the schemas refuse anything at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pipelinerun_queued",
        "pipelinerun_started",
        "pipelinerun_finished",
        "service_deployed",
        "service_upgraded",
        "service_rolledback",
        "service_removed",
        "custom"
      })
  void the_schemas_take_the_published_examples_and_nothing_that_is_missing_or_too_much(
      String example) throws IOException {
    String text = CdEventsSchemas.read("examples/" + example + ".json");
    String type = JSON.readTree(text).at("/context/type").asText();
    assertThat(CdEventsSchemas.faults(type, text)).isEmpty();
    for (String pointer : List.of("/context", "/subject")) {
      ObjectNode more = (ObjectNode) JSON.readTree(text);
      ((ObjectNode) more.at(pointer)).put("colour", "blue");
      assertThat(CdEventsSchemas.faults(type, more.toString())).isNotEmpty();
    }
    ObjectNode less = (ObjectNode) JSON.readTree(text);
    ((ObjectNode) less.at("/subject")).remove("id");
    assertThat(CdEventsSchemas.faults(type, less.toString())).isNotEmpty();
    ObjectNode noTime = (ObjectNode) JSON.readTree(text);
    ((ObjectNode) noTime.at("/context")).put("timestamp", "yesterday");
    assertThat(CdEventsSchemas.faults(type, noTime.toString())).isNotEmpty();
  }

  static Stream<String> broken() {
    return Stream.of("specversion", "id", "source", "type", "subject", "time", "data");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void the_stand_in_refuses_a_cloud_event_that_lacks_something_or_says_two_things(String key)
      throws IOException {
    String body = OUTLET.messages(Tellings.of(Occasion.FAILED), Tellings.AT).getFirst().body();
    ObjectNode less = (ObjectNode) JSON.readTree(body);
    less.remove(key);
    assertThatThrownBy(() -> CloudEventForm.take(less.toString()))
        .isInstanceOf(AssertionError.class);
    ObjectNode other = (ObjectNode) JSON.readTree(body);
    other.put(key, "other");
    assertThatThrownBy(() -> CloudEventForm.take(other.toString()))
        .isInstanceOf(AssertionError.class);
  }
}
