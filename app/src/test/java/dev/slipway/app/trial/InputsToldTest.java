package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.outside.Person;
import dev.slipway.runtime.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told at a real server of what they give it, before and after. */
class InputsToldTest {

  @TempDir private Path folder;
  private Running slipway;
  private Person person;
  private Repo repo;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
    person = slipway.starter();
    repo = Repo.in(folder.resolve("shop"));
    repo.with(
        "serve", "#!/bin/sh\necho $$ > %s\nexec sleep 600\n".formatted(folder.resolve("pid")));
    document("");
    repo.push("Begin");
    slipway.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() throws IOException {
    slipway.close();
    Leftovers.end(folder);
    Trees.remove(folder.resolve("data"));
  }

  private void document(String more) {
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web: {run: ./serve}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            + more);
  }

  private String delivered() {
    String sha = repo.push("Serve");
    slipway.api().awaitInForce("shop", "staging", sha);
    return sha;
  }

  private boolean runs() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void what_runs_of_a_removed_application_is_told_and_ended_by_one_line() throws IOException {
    delivered();
    assertThat(person.run("app", "stop", "shop/staging").err()).contains("application-there");
    String removed = person.run("app", "remove", "shop").orFail();
    assertThat(removed).contains("To end that: slipway app stop shop/staging");
    assertThat(runs()).isTrue();
    assertThat(person.run("status").orFail()).contains("its application was removed");
    assertThat(person.run("why", "shop/staging").orFail())
        .contains("slipway app stop shop/staging");

    person.run("app", "stop", "shop/staging").orFail();
    person.run("wait", "shop/staging#2").orFail();
    assertThat(runs()).isFalse();
    assertThat(person.run("status").orFail()).doesNotContain("its application was removed");
    assertThat(person.run("app", "stop", "shop/staging").out()).contains("Nothing of shop/staging");
  }

  @Test
  void a_push_that_ships_nothing_is_told_with_the_trigger_and_the_commit() {
    delivered();
    assertThat(person.run("why", "shop/staging").orFail()).doesNotContain("shipped nothing");
    repo.commit("Try something");
    repo.git("push", "-q", "origin", "HEAD:refs/heads/topic");
    String commit = repo.head().substring(0, 10);
    Pause.until(
        "the push is told of",
        () ->
            person
                .run("why", "shop/staging")
                .orFail()
                .contains("Commit %s of refs/heads/topic".formatted(commit)));
    assertThat(person.run("why", "shop/staging").orFail())
        .contains("The branch topic matches none of [main].");
    assertThat(person.run("wait", "shop/staging").err())
        .contains("Commit %s of refs/heads/topic was pushed later".formatted(commit));
  }

  @Test
  void a_dry_run_tells_what_the_deploy_is_refused_for() {
    document("parameters: {batch: {type: integer}}\n");
    repo.push("Ask for more");
    Person.Ended ahead = person.run("deploy", "shop", "--to", "staging", "--dry-run");
    Person.Ended then = person.run("deploy", "shop", "--to", "staging");
    String sentence = "Parameter batch, integer, has to be given: --param batch=VALUE.";
    assertThat(ahead.exit()).isEqualTo(1);
    assertThat(ahead.out()).contains(sentence);
    assertThat(then.err()).contains(sentence);
    assertThat(
            person
                .run("deploy", "shop", "--to", "staging", "--param", "batch=20", "--dry-run")
                .orFail())
        .contains("shop/staging would get");
  }
}
