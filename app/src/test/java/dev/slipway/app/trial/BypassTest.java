package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In an emergency an owner lets a delivery go past its approval, and everybody sees it. */
class BypassTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String WHY = "Checkout is down, and nobody else is awake.";

  @TempDir private Path folder;
  private Running slipway;
  private Scene scene;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), NEVER);
    scene = Scene.at(slipway, folder);
    Repo repo = Repo.in(folder.resolve("shop"));
    repo.with("deploy", "#!/bin/sh\nexit 0\n").push("Begin");
    scene
        .api()
        .apply(
            "{environment: production, guardrails: {approval: {of: 1}}}",
            "{target: prod-1, environment: production, local: true}",
            """
            application: shop
            repository: %s
            services: {job: {command: ./deploy}}
            route: [production]
            """
                .formatted(repo.url()));
  }

  @AfterEach
  void stop() {
    scene.close();
    slipway.close();
  }

  private JsonNode placement() {
    return scene.api().placement("shop", "production");
  }

  @Test
  void an_owner_bypasses_the_approval_in_production_and_a_deployer_does_not() {
    scene.admin("deploy", "shop", "--to", "production", "--ref", "main");
    scene
        .api()
        .await(
            "shop",
            "production",
            at -> at.at("/active/because/code").asText().equals("approval-missing"));

    Person.Ended refused =
        scene
            .personWith("deployer")
            .run("bypass", "shop/production#1", "approval", "--reason", WHY);
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.err()).contains("It takes the role owner");
    assertThat(placement().at("/active/bypassed")).isEmpty();

    Person owner = scene.personWith("owner");
    assertThat(owner.run("bypass", "shop/production#1", "approval").exit()).isNotZero();
    assertThat(owner.run("bypass", "shop/production#1", "lock", "--reason", WHY).err())
        .contains("slipway unlock shop/production");
    owner.run("bypass", "shop/production#1", "approval", "--reason", WHY).orFail();

    scene.api().await("shop", "production", at -> at.at("/inForce/number").asInt() == 1);
    JsonNode bypassed = placement().at("/inForce/bypassed/0");
    assertThat(bypassed.path("guardrail").asText()).isEqualTo("approval");
    assertThat(bypassed.path("because").asText()).isEqualTo(WHY);
    assertThat(scene.admin("status")).contains("#1 bypassed approval");
    assertThat(scene.admin("why", "shop/production"))
        .contains("It went past a guardrail: approval, by ", WHY);
    assertThat(scene.admin("show", "shop/production#1")).contains("bypassed approval, by ", WHY);
    assertThat(scene.api().get("/api/v1/activity?application=shop&limit=100").toString())
        .contains("shop/production#1 goes past its guardrail approval: " + WHY);
  }

  @Test
  void the_next_delivery_waits_for_its_own_approval() {
    scene.admin("deploy", "shop", "--to", "production", "--ref", "main");
    scene.api().await("shop", "production", at -> at.at("/active/number").asInt() == 1);
    scene.admin("bypass", "shop/production#1", "approval", "--reason", WHY);
    scene.api().await("shop", "production", at -> at.at("/inForce/number").asInt() == 1);

    scene.admin("deploy", "shop", "--to", "production", "--ref", "main");

    scene
        .api()
        .await(
            "shop",
            "production",
            at -> at.at("/active/because/code").asText().equals("approval-missing"));
    assertThat(placement().at("/active/bypassed")).isEmpty();
    assertThat(scene.admin("status")).contains("#1 bypassed approval");
  }
}
