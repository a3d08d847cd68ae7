package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.outside.Person.Ended;
import dev.slipway.identity.IssuerStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a CI system deploy with nothing but what it signs for them. */
class RunsOfCiTest {

  private static final String DEPLOY = "deploy shop --to staging --force --wait";

  @TempDir private Path folder;
  private IssuerStandIn issuer;
  private Running slipway;
  private Repo repo;

  @BeforeEach
  void start() throws IOException {
    issuer = IssuerStandIn.start();
    slipway =
        Running.telling(
            folder.resolve("data"), Files.createDirectory(folder.resolve("secret-files")));
    repo = Repo.ofCommand(folder, folder.resolve("ran"), "dev, staging, production");
    slipway.api().addApplication(repo.url());
    slipway.api().awaitInForce("shop", "staging", repo.push("Go everywhere"));
  }

  @AfterEach
  void stop() {
    slipway.close();
    issuer.close();
    assertThat(issuer.faults()).isEmpty();
    Leftovers.end(folder);
  }

  /** Lets runs in as the docs say, and gives what the job is told. */
  private String trusted(String more) {
    String told =
        slipway
            .starter()
            .type(
                "slipway trust add shop-ci --repository-id %s --ref refs/heads/main --role deployer --app shop --issuer %s%s"
                    .formatted(IssuerStandIn.REPOSITORY, issuer.address(), more))
            .orFail();
    assertThat(told).startsWith("SLIPWAY_TRUST=");
    return told.substring("SLIPWAY_TRUST=".length());
  }

  private Job github(String trust) {
    return new Job(
        slipway.server().address(),
        Map.of(
            "SLIPWAY_TRUST",
            trust,
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            issuer.requestUrl(),
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
            IssuerStandIn.REQUEST_TOKEN));
  }

  @Test
  void a_run_deploys_with_what_github_signs_and_history_says_which_run_it_was() {
    Job job = github(trusted(""));
    Ended ended = job.type(DEPLOY);
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(slipway.api().get("/api/v1/activity?limit=100").toString())
        .contains("acme/shop at refs/heads/main, run 123");
    assertThat(job.type("token list").exit()).isOne();
    assertThat(job.type("deploy other --to staging").err()).contains("no such thing");
  }

  @Test
  void a_run_elsewhere_is_refused_with_what_it_said() {
    Job job = github(trusted(""));
    issuer.say("ref", "refs/heads/feature");
    Ended ended = job.type(DEPLOY);
    assertThat(ended.exit()).isOne();
    assertThat(ended.err()).contains("refs/heads/feature", "ref-other");
    Scene.until(
        "the refusal",
        () ->
            Optional.of(slipway.api().get("/api/v1/activity?limit=100").toString())
                .filter(activity -> activity.contains("ref-other")));
  }

  @Test
  void who_is_trusted_no_more_acts_no_more() {
    String trust = trusted("");
    String secret = github(trust).type("token exchange").out();
    Job later = new Job(slipway.server().address(), Map.of("SLIPWAY_TOKEN", secret));
    assertThat(later.type("status").exit()).isZero();
    assertThat(slipway.starter().type("slipway trust remove " + trust).exit()).isZero();
    assertThat(later.type("status").exit()).isOne();
    assertThat(github(trust).type("status").err()).contains("trust-unknown");
  }

  @Test
  void a_token_that_a_variable_holds_is_taken_once() {
    String trust = trusted("");
    String signed = issuer.token("slipway:" + trust);
    Map<String, String> variables = new HashMap<>();
    variables.put("SLIPWAY_TRUST", trust);
    variables.put("SLIPWAY_ID_TOKEN", signed);
    Job job = new Job(slipway.server().address(), variables);
    Ended first = job.type(DEPLOY);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(job.type(DEPLOY).err()).contains("token-replayed");
  }

  /** What a job finds in its environment, by the system that runs it. */
  private Map<String, String> variables(String system) {
    Map<String, String> variables = new HashMap<>();
    variables.put("SLIPWAY_URL", slipway.server().address().toString());
    for (String sha : List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT")) {
      variables.put(sha, repo.head());
    }
    if (system.equals("github")) {
      variables.putAll(github(trusted("")).variables());
    } else if (system.startsWith("gitlab")) {
      String trust = trusted(" --kind gitlab");
      variables.put("SLIPWAY_TRUST", trust);
      variables.put("SLIPWAY_ID_TOKEN", gitlab("slipway:" + trust));
    } else {
      variables.put(
          "SLIPWAY_TOKEN",
          slipway.starter().type("slipway token create ci --role deployer --app shop").orFail());
    }
    return variables;
  }

  private String gitlab(String audience) {
    issuer.say("project_path", "acme/shop");
    issuer.say("project_id", IssuerStandIn.REPOSITORY);
    issuer.say("ref_path", "refs/heads/main");
    issuer.say("pipeline_source", "push");
    issuer.say("pipeline_id", "7");
    return issuer.token(audience);
  }

  @Test
  void the_lines_of_the_docs_do_it_as_they_stand_there() throws Exception {
    CiPage page = CiPage.read();
    List<String> systems = List.of("github", "gitlab", "gitlab-lines", "github-token", "jenkins");
    assertThat(page.lines()).isEqualTo(systems.size() + 2);
    for (String system : systems) {
      assertThat(page.run(system, folder, variables(system)))
          .as("%s: %s", system, CiPage.said(folder))
          .isZero();
    }
    assertThat(Files.readString(folder.resolve("job.log"))).doesNotContain("slw_");
  }
}
