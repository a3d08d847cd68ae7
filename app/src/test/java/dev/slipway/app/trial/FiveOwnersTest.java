package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service, platform, security, finance and product each say their part of one service. */
class FiveOwnersTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String OWNERS =
      """
      owner: shop-team
      group: shop-team-people
      may: [{write: application, applications: shop}]
      ---
      owner: platform
      group: platform-people
      may: [{write: overlay, keys: [timeout, variables.REGION]}]
      ---
      owner: security
      group: security-people
      may: [{write: overlay, keys: variables.TLS}]
      ---
      owner: finance
      group: finance-people
      may: [{write: overlay, keys: [timeout, 'variables.COST_*']}]
      ---
      owner: product
      group: product-people
      may: [{write: overlay, applications: shop, keys: 'variables.FEATURE_*'}]
      """;

  @TempDir private Path folder;
  private Running slipway;
  private Scene scene;
  private Repo repo;
  private final SequencedMap<String, Person> owners = new LinkedHashMap<>();
  private final SequencedMap<String, String> documents = new LinkedHashMap<>();

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), NEVER);
    scene = Scene.at(slipway, folder);
    repo = Repo.in(folder.resolve("shop"));
    repo.with(
        "deploy",
        """
        #!/bin/sh
        echo "$GREETING $REGION $TLS $COST_CENTRE $FEATURE_CHECKOUT" >> FOLDER/ran
        while [ -e FOLDER/hold ]; do sleep 0.05; done
        """
            .replace("FOLDER", folder.toString()));
    repo.push("Begin");
    scene.api().apply(OWNERS);
    documents.put("shop-team", shop("hello"));
    documents.put(
        "platform",
        "overlay: sizes\nowner: platform\nset: {timeout: 5m, variables: {REGION: eu}}\n");
    documents.put(
        "security", "overlay: tls\nowner: security\nrequire:\n  variables:\n    TLS: required\n");
    documents.put(
        "finance",
        """
        overlay: caps
        owner: finance
        limit: {timeout: {max: 10m}}
        require: {variables: {COST_CENTRE: "4711"}}
        """);
    documents.put("product", flags("new"));
    documents
        .keySet()
        .forEach(owner -> owners.put(owner, scene.member(owner + "-people", "viewer")));
  }

  @AfterEach
  void stop() {
    scene.close();
    slipway.close();
  }

  private String shop(String greeting) {
    return """
    application: shop
    repository: %s
    services:
      job:
        command: ./deploy
        variables: {GREETING: %s}
    route: [dev]
    """
        .formatted(repo.url(), greeting);
  }

  private static String flags(String checkout) {
    return """
    overlay: flags
    owner: product
    for: {applications: shop}
    require: {variables: {FEATURE_CHECKOUT: %s}}
    """
        .formatted(checkout);
  }

  /** Another wording that is another document, whoever's it is. */
  private static String changed(String document) {
    return document
        .replace("hello", "good day")
        .replace("5m", "6m")
        .replace("TLS: required", "TLS: strict")
        .replace("4711", "4712")
        .replace("FEATURE_CHECKOUT: new", "FEATURE_CHECKOUT: old");
  }

  private static Api.Answer apply(Person person, String document) {
    Api api = new Api(person.server(), person.token());
    Map<String, String> headers = new HashMap<>(api.authorised());
    headers.put("Content-Type", "application/yaml");
    return api.send("POST", "/api/v1/documents", headers, document);
  }

  private Person owner(String name) {
    return Objects.requireNonNull(owners.get(name));
  }

  private String document(String owner) {
    return Objects.requireNonNull(documents.get(owner));
  }

  private void everyOneAppliesTheirs() {
    documents.forEach((owner, document) -> {
      Api.Answer answer = apply(owner(owner), document);
      assertThat(answer.status()).as("%s: %s", owner, answer).isEqualTo(200);
    });
  }

  private List<String> ran() {
    try {
      Path file = folder.resolve("ran");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void awaitRuns(int count) {
    Scene.until(count + " runs", () -> Optional.of(ran()).filter(runs -> runs.size() >= count));
  }

  @Test
  void each_owner_changes_their_own_document_and_is_refused_the_others() {
    everyOneAppliesTheirs();
    owners.forEach((name, person) ->
        documents.forEach((owner, document) -> {
          Api.Answer answer = apply(person, changed(document));
          if (name.equals(owner)) {
            assertThat(answer.status()).as("%s writes %s", name, answer).isEqualTo(200);
            assertThat(apply(person, document).status()).isEqualTo(200);
          } else {
            assertThat(answer.status()).as("%s writes %s", name, owner).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("not-allowed");
            assertThat(answer.json().path("detail").asText()).isNotBlank();
          }
        }));
  }

  @Test
  void an_owner_writes_only_what_was_given_to_it_and_takes_over_nothing() {
    everyOneAppliesTheirs();

    refused("finance", "overlay: caps\nowner: finance\nset: {variables: {TLS: off}}\n", "TLS");
    refused(
        "product",
        "overlay: more-flags\nowner: product\nset: {variables: {FEATURE_A: on}}\n",
        "applications other than shop");
    refused(
        "product",
        "overlay: tls\nowner: product\nfor: {applications: shop}\nset: {variables: {FEATURE_A: x}}\n",
        "belongs to security");
    refused("security", "overlay: x\nowner: nobody\nset: {variables: {TLS: a}}\n", "no such owner");
    refused("security", OWNERS.replace("security-people", "shop-team-people"), "admin");
  }

  private void refused(String owner, String document, String because) {
    Api.Answer answer = apply(owner(owner), document);
    assertThat(answer.status()).as("%s%s", document, answer).isEqualTo(403);
    assertThat(answer.json().path("detail").asText()).contains(because);
  }

  @Test
  void one_state_holds_what_all_five_said_and_every_value_names_its_owner() {
    everyOneAppliesTheirs();
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main", "--wait");

    assertThat(ran()).containsExactly("hello eu required 4711 new");
    JsonNode values =
        scene.api().get("/api/v1/applications/shop/environments/dev/explanation").path("values");
    assertThat(values.valueStream().map(value -> value.at("/source/owner").asText()))
        .contains("the team of shop", "platform", "security", "finance", "product");
    String tls = scene.admin("explain", "shop/dev", "services.job.variables.TLS");
    assertThat(tls)
        .contains(
            "services.job.variables.TLS = (not told)",
            "in force as shop/dev#1",
            "overlay/tls at revision 1, require, line 5",
            "security",
            "members of security-people");
    assertThat(scene.admin("explain", "shop/dev", "services.job.timeout"))
        .contains("5m", "overlay/sizes", "at most 10m", "overlay/caps", "finance");
  }

  @Test
  void what_is_beyond_a_limit_is_refused_with_the_lines_and_owners_of_both() {
    everyOneAppliesTheirs();

    Api.Answer answer = apply(owner("platform"), document("platform").replace("5m", "1h"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("code").asText()).isEqualTo("beyond-limit");
    assertThat(answer.json().path("detail").asText())
        .contains(
            "overlay/sizes line 3", "owner platform", "overlay/caps line 3", "owner finance", "1h");
    assertThat(scene.admin("explain", "shop/dev", "services.job.timeout", "--documents"))
        .contains("5m");
  }

  @Test
  void a_queued_shipment_runs_with_what_was_said_when_it_was_made() throws IOException {
    everyOneAppliesTheirs();
    Path hold = Files.createFile(folder.resolve("hold"));
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main");
    awaitRuns(1);
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main");
    assertThat(apply(owner("product"), flags("newer")).status()).isEqualTo(200);
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main");

    Files.delete(hold);
    awaitRuns(3);

    assertThat(
            ran().stream().map(line -> line.replaceFirst(".* ", "")).collect(Collectors.toList()))
        .containsExactly("new", "new", "newer");
  }

  @Test
  void going_back_restores_the_value_in_what_runs_and_the_history_shows_who() {
    everyOneAppliesTheirs();
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main", "--wait");
    assertThat(apply(owner("product"), flags("broken")).status()).isEqualTo(200);
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main", "--wait");
    assertThat(ran()).last().isEqualTo("hello eu required 4711 broken");

    assertThat(owner("finance").run("revert", "overlay/flags").err())
        .contains("only members of product-people");
    owner("product").run("revert", "overlay/flags").orFail();

    awaitRuns(3);
    assertThat(ran()).last().isEqualTo("hello eu required 4711 new");
    JsonNode revisions = scene.api().get("/api/v1/overlays/flags").path("items");
    assertThat(revisions.valueStream().map(it -> it.path("revision").asInt()))
        .containsExactly(3, 2, 1);
    assertThat(revisions.path(0).path("restores").asInt()).isEqualTo(1);
    Api product = new Api(owner("product").server(), owner("product").token());
    assertThat(revisions.valueStream().map(it -> it.at("/by/id").asText()).distinct())
        .containsExactly(product.get("/api/v1/whoami").at("/actor/id").asText());
    assertThat(scene.admin("history", "overlay/flags")).contains("3 (1 again)", "FEATURE_CHECKOUT");
  }
}
