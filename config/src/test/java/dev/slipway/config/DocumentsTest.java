package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.LabelledTarget;
import dev.slipway.model.definition.Limits;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.Protection;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What valid documents mean. */
class DocumentsTest {

  private static final ApplicationDefinition SHOP = application("valid/application.yaml");

  private static List<Document> compiled(Bytes bytes) {
    Compiled compiled = Documents.compile("file.yaml", bytes);
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Compiled.Valid) compiled).documents();
  }

  static ApplicationDefinition application(String file) {
    return ((Document.OfApplication) compiled(Samples.bytes(file)).getFirst()).definition();
  }

  private static ServiceDefinition service(String name) {
    return SHOP.services().stream()
        .filter(service -> service.name().value().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void scalars_stay_the_text_that_was_written() {
    assertThat(service("web").variables())
        .containsEntry("VERSION", "1.10")
        .containsEntry("BUILD", "0123456")
        .containsEntry("SIZE", "1e10")
        .containsEntry("ENABLED", "no");
  }

  @Test
  void a_process_is_split_into_words_before_anything_is_put_in() {
    assertThat(service("web").workload())
        .isEqualTo(
            new Workload.Run(
                List.of(
                    new Template("./bin/web"),
                    new Template("--port"),
                    new Template("${port}"),
                    new Template("--name"),
                    new Template("the shop"))));
    assertThat(service("web").health())
        .contains(new HealthCheck("/healthz", Duration.ofMinutes(1)));
    assertThat(service("worker").health())
        .contains(new HealthCheck("/ready?deep=1", Duration.ofSeconds(30)));
    assertThat(service("worker").timeouts()).isEqualTo(Timeouts.STANDARD);
  }

  @Test
  void what_comes_first_is_named_within_an_application_and_among_them() {
    assertThat(service("clock").after())
        .contains(List.of(new ServiceName("web"), new ServiceName("worker")));
    assertThat(service("web").after()).isEmpty();
    assertThat(SHOP.needs().orElseThrow())
        .containsExactly(
            new DependencyDefinition(new ApplicationName("billing"), Optional.of("same")),
            new DependencyDefinition(new ApplicationName("search"), Optional.empty()));
  }

  @Test
  void how_a_process_serves_is_as_told_and_without_a_gap_where_it_can_be_found_healthy() {
    Duration drain = Duration.ofSeconds(30);
    assertThat(service("web").serving())
        .contains(
            new Serving(
                new StrategyDefinition.Rolling(drain), 1, Serving.Traffic.HTTP, Optional.empty()));
    assertThat(service("clock").serving()).contains(Serving.PLAIN);
    assertThat(service("migrate").serving()).isEmpty();
    assertThat(service("worker").serving())
        .contains(
            new Serving(
                new StrategyDefinition.BlueGreen(Duration.ofMinutes(1), true),
                3,
                Serving.Traffic.TCP,
                Optional.of(8080)));
    assertThat(service("worker").limits())
        .contains(new Limits(Optional.of(2048), Optional.of(1024), Optional.of(50)));
    assertThat(service("web").limits()).isEmpty();
  }

  @Test
  void a_command_keeps_its_placeholders_for_the_engine() {
    assertThat(service("migrate").workload().words())
        .extracting(Template::text)
        .containsExactly(
            "fab",
            "-R",
            "{env}",
            "deploy:sha={sha},was={prev_sha}",
            "--ref={ref}",
            "--who={params[who]}");
    assertThat(service("migrate").workload())
        .isInstanceOfSatisfying(
            Workload.Command.class, command -> assertThat(command.idempotent()).isTrue());
    assertThat(service("migrate").timeouts())
        .isEqualTo(new Timeouts(Duration.ofHours(2), Duration.ofMinutes(5)));
  }

  @Test
  void triggers_without_a_name_get_one_that_is_theirs_alone() {
    assertThat(SHOP.triggers())
        .extracting(trigger -> trigger.name().value())
        .containsExactly(
            "push-main",
            "push-release",
            "mainline",
            "push-main-2",
            "tag-v",
            "event-dev-cdevents-artifact-published-0-2-0");
    assertThat(SHOP.triggers().get(1).environments())
        .containsExactly(new EnvironmentName("staging"));
    assertThat(SHOP.triggers().get(1).on())
        .isEqualTo(new TriggerDefinition.On.Push(List.of("release/*", "main")));
  }

  @Test
  void json_is_yaml() {
    assertThat(application("valid/application.json").services().getFirst().workload().words())
        .extracting(Template::text)
        .containsExactly("./bin/web", "--port", "${port}");
  }

  @Test
  void one_file_may_hold_several_documents_each_with_its_own_digest() {
    List<Document> documents = compiled(Samples.bytes("valid/platform.yaml"));

    assertThat(documents).hasSize(5);
    assertThat(documents).extracting(Document::digest).doesNotHaveDuplicates();
    EnvironmentDefinition production = ((Document.OfEnvironment) documents.getFirst()).definition();
    assertThat(production.labels()).containsEntry("region", "eu").containsEntry("tier", "1");
    assertThat(production.silentAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(production.implicit()).isFalse();
    assertThat(production.protection()).contains(Protection.CONFIRM);
    assertThat(((Document.OfTarget) documents.get(2)).definition().local()).isTrue();
  }

  @Test
  void a_template_says_of_the_environments_of_a_group_what_a_document_says_of_one() {
    List<Document> documents = compiled(Samples.bytes("valid/platform.yaml"));

    EnvironmentGroupDefinition edge = ((Document.OfEnvironmentGroup) documents.get(3)).definition();
    assertThat(edge.selector()).containsExactly(Map.entry("tier", "edge"));
    assertThat(edge.allowEmpty()).isTrue();
    LabelledTarget target = ((Document.OfLabelledTarget) documents.get(4)).definition();
    assertThat(edge.selects(target.labels())).isTrue();
    EnvironmentDefinition made = edge.made(edge.named(target.name()).orElseThrow());
    assertThat(made.name()).isEqualTo(new EnvironmentName("edge-eu-1"));
    assertThat(made.group()).contains(edge.name());
    assertThat(made.labels()).containsEntry("region", "eu");
    assertThat(made.protection()).contains(Protection.CONFIRM);
    assertThat(made.queuePolicy()).isEqualTo(QueuePolicy.EVERY);
  }

  @Test
  void the_digest_of_a_lone_document_is_that_of_its_file() {
    Bytes file = Samples.bytes("valid/application.json");

    assertThat(compiled(file).getFirst().digest()).isEqualTo(Digests.sha256(file.toArray()));
  }

  @Test
  void a_repository_holds_its_application_and_nothing_of_the_platform() {
    Bytes platform = Samples.bytes("valid/platform.yaml");

    assertThat(Samples.problems(Documents.application("slipway.yaml", platform)))
        .contains("slipway.yaml:2:1: A document of this kind is applied by the platform's owner")
        .contains("[too-many-documents]");
    assertThat(Documents.application("slipway.yaml", Samples.bytes("valid/application.yaml")))
        .isInstanceOf(Compiled.Valid.class);
  }

  @Test
  void the_same_bytes_give_the_same_answer() {
    Bytes file = Samples.bytes("valid/application.yaml");

    assertThat(Documents.compile("a", file)).isEqualTo(Documents.compile("a", file));
  }

  private static StrategyDefinition strategy(String service) {
    return service(service).serving().orElseThrow().strategy();
  }

  @Test
  void a_canary_is_its_shares_with_what_has_to_be_before_the_next() {
    Stay.Decision soon = new Stay.Decision(Duration.ofHours(4), Stay.Otherwise.HALT);
    Stay.Decision standard = new Stay.Decision(Duration.ofHours(24), Stay.Otherwise.BACK);
    assertThat(strategy("shares"))
        .isEqualTo(
            new StrategyDefinition.Canary(
                Duration.ofSeconds(30),
                List.of(
                    new Stage(10, new Stay(Optional.of(Duration.ofMinutes(5)), Optional.empty())),
                    new Stage(50, new Stay(Optional.empty(), Optional.of(standard))),
                    new Stage(75, new Stay(Optional.of(Duration.ofMinutes(1)), Optional.of(soon))),
                    new Stage(100, Stay.NONE))));
  }

  @Test
  void steps_batches_and_failures_are_as_written() {
    assertThat(strategy("steps"))
        .isEqualTo(
            new StrategyDefinition.Custom(
                Duration.ofSeconds(30),
                List.of(
                    new Stage(0, Optional.of(1), Optional.of(3), Stay.NONE),
                    new Stage(40, Stay.NONE))));
    assertThat(strategy("batches"))
        .isEqualTo(
            new StrategyDefinition.Rolling(
                Duration.ofSeconds(30), Optional.of(new Portion.Percent(25))));
    assertThat(strategy("only"))
        .isEqualTo(new StrategyDefinition.Highlander(Duration.ofSeconds(30)));
    assertThat(strategy("many")).isEqualTo(new StrategyDefinition.InPlace(2));
  }

  @Test
  void an_environment_says_how_deliveries_are_rolled_out_there() {
    EnvironmentDefinition production =
        ((Document.OfEnvironment) compiled(Samples.bytes("valid/platform.yaml")).getFirst())
            .definition();
    assertThat(production.rollouts())
        .contains(
            new RolloutPolicy(
                Optional.of(new Portion.Percent(25)),
                Optional.of(Duration.ofHours(1)),
                Optional.of(Duration.ofMinutes(20)),
                RolloutPolicy.WhenSilent.BACK));
  }
}
