package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void where_nobody_listens_it_says_how_to_start_a_server() {
    server.close();

    Run run = Run.of(server, "status");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("slipway up", server.address());
    assertThat(run.out()).isEmpty();
  }

  @Test
  void what_is_written_badly_is_told_in_a_sentence_also_where_it_is_read_late() {
    Run run = Run.of(server, "wait", "shop/staging/web");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "slipway: 'shop/staging/web' is not written like shop/staging. See 'slipway wait --help'.\n");
  }

  @Test
  void a_problem_is_shown_with_its_code_and_the_places_it_names() {
    ObjectNode problem = (ObjectNode) Contract.sample("Problem");
    problem.put("detail", "The document is not valid.").put("code", "invalid-document");
    server.refuse("addApplication", 422, problem);

    Run run = Run.of(server, "app", "add", "https://git.example/shop.git");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "The document is not valid. (invalid-document)",
            "sample:3:3: sample (sample); did you mean 'sample'?");
  }

  @Test
  void a_credential_that_is_not_valid_is_told_as_such_also_to_who_wishes_something() {
    ObjectNode problem = (ObjectNode) Contract.sample("Problem");
    problem.put("detail", "This needs a valid credential.").put("code", "unauthorized");
    server.refuse("addApplication", 401, problem);

    Run run = Run.of(server, "app", "add", "https://git.example/shop.git");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("This needs a valid credential. (unauthorized)", "Set SLIPWAY_TOKEN");
  }

  @Test
  void a_role_that_is_none_is_answered_with_those_that_there_are() {
    Run run = Run.of(server, "token", "create", "ada", "--role", "viewr");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("'viewr' is no role; the roles are viewer, reporter, deployer, approver,");
  }

  @Test
  void help_tells_of_one_verb_what_the_verb_tells_of_itself() {
    Run asked = Run.of(server, "help", "deploy");

    assertThat(asked.exit()).isZero();
    assertThat(asked.out()).isEqualTo(Run.of(server, "deploy", "--help").out());
  }

  @Test
  void a_word_that_names_nothing_is_told_with_the_nearest_that_does() {
    ObjectNode application = (ObjectNode) Contract.sample("Application");
    application.put("name", "shop").putArray("route").add("staging").add("production");
    ObjectNode all = JsonMapper.builder().build().createObjectNode();
    all.put("total", 1).putArray("items").add(application);
    ObjectNode problem = (ObjectNode) Contract.sample("Problem");
    problem.put("detail", "There is no such thing here.").put("code", "not-found");
    server.answer("listApplications", all);
    server.answer("getApplication", application);
    server.refuse("why", 404, problem);

    Run misspelt = Run.of(server, "why", "shp/staging");
    Run elsewhere = Run.of(server, "why", "shop/produktion");

    assertThat(misspelt.err())
        .startsWith("slipway: There is no such thing here. (not-found)\n")
        .endsWith("\nThere is no application shp that you may see. Did you mean shop?\n");
    assertThat(elsewhere.err())
        .contains(
            "shop has no environment produktion that you may see; its route is staging →"
                + " production. Did you mean production?");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void for_machines_a_problem_is_given_as_it_came() throws IOException {
    JsonNode problem = Contract.sample("Problem");
    server.refuse("getApplication", 404, problem);

    Run run = Run.of(server, "app", "show", "shop", "--output", "json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(JsonMapper.builder().build().readTree(run.err())).isEqualTo(problem);
  }

  @Test
  void without_to_several_environments_are_an_error_that_lists_them() {
    ObjectNode application = (ObjectNode) Contract.sample("Application");
    application.putArray("route").add("staging").add("production");
    server.answer("getApplication", application);

    Run run = Run.of(server, "deploy", "shop");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("staging, production", "--to");
    assertThat(server.asked()).doesNotContain("deploy");
  }

  @Test
  void without_target_several_unknown_members_are_an_error_that_lists_them() {
    ObjectNode detail = (ObjectNode) Contract.sample("DeliveryDetail");
    ObjectNode one = (ObjectNode) detail.path("members").get(0);
    one.put("outcome", "unknown").put("target", "east");
    detail.withArray("members").add(one.deepCopy().put("target", "west"));
    server.answer("getDelivery", detail);

    Run run = Run.of(server, "settle", "shop/staging#3", "--failed");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("east, west", "--target");
  }

  @Test
  void two_verdicts_at_once_are_refused_before_anything_is_asked() {
    Run run = Run.of(server, "settle", "shop/staging#3", "--failed", "--rerun");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_word_that_is_no_verb_names_the_nearest() {
    Run run = Run.of(server, "statsu");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("status");
  }

  @Test
  void control_characters_from_outside_are_shown_and_not_obeyed() {
    ObjectNode application = (ObjectNode) Contract.sample("Application");
    application.put("repository", "https://evil\u001b]0;owned\u0007/\u202egit\r\nslipway: ok");
    server.answer("getApplication", application);

    Run run = Run.of(server, "app", "show", "shop");

    assertThat(run.out())
        .contains("\\u001b]0;owned\\u0007/\\u202egit\\u000d\\u000aslipway: ok")
        .doesNotContain("\u001b", "\u0007", "\u202e", "\r");
  }

  @Test
  void json_holds_no_byte_that_a_terminal_obeys() {
    ObjectNode application = (ObjectNode) Contract.sample("Application");
    application.put("repository", "\u001b[2J\u009b1m\u202e");
    server.answer("getApplication", application);

    Run run = Run.of(server, "app", "show", "shop", "--output", "json");

    assertThat(run.out().chars()).allMatch(one -> one == '\n' || (one >= ' ' && one < 127));
  }

  @Test
  void something_that_is_not_slipway_is_said_to_be_so() {
    server.refuse("listPlacements", 404, JsonMapper.builder().build().createObjectNode());

    assertThat(Run.of(server, "status").err()).contains("does not seem to be a Slipway server");
  }

  @Test
  void an_address_that_is_none_is_named() {
    Run run = Run.of(Map.of("SLIPWAY_URL", "ftp://host"), "status");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("'ftp://host'", "SLIPWAY_URL");
  }
}
