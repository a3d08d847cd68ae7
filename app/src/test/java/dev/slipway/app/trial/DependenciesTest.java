package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depends on something comes after it, within an application and among them. */
class DependenciesTest {

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final String DEV = "/api/v1/applications/shop/environments/dev";

  @TempDir private Path folder;

  @Test
  void a_delivery_waits_for_another_application_and_its_services_for_each_other()
      throws IOException {
    Repo billing = repository("billing", "bill: {command: './note bill'}", "");
    Repo shop =
        repository(
            "shop",
            "a: {command: './note a', after: b}\n  b: {command: './note b'}",
            "needs: [{application: billing}]");
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      api.addApplication(billing.url());
      api.addApplication(shop.url());
      String first = shop.push("First");
      api.await("shop", "dev", at -> at.at("/active/state").asText().equals("waiting"));
      JsonNode unmet = api.get(DEV + "/why").at("/unmet/0");
      assertThat(unmet.path("what").asText()).isEqualTo("dependency billing");
      assertThat(unmet.at("/ways/0/command").asText()).isEqualTo("slipway deploy billing --to dev");

      billing.push("Bill");
      api.awaitInForce("shop", "dev", first);
      assertThat(Files.readAllLines(ran())).containsExactly("bill", "b", "a");

      String second = shop.push("Second");
      api.awaitInForce("shop", "dev", second);
      api.post(DEV + "/rollback", Api.JSON.createObjectNode());
      api.await("shop", "dev", at -> at.at("/inForce/number").asInt() == 3);
      assertThat(Files.readAllLines(ran())).containsExactly("bill", "b", "a", "b", "a", "a", "b");
    }
  }

  private Path ran() {
    return folder.resolve("ran");
  }

  private Repo repository(String name, String services, String more) {
    Repo repo = Repo.in(folder.resolve(name));
    repo.with("note", "#!/bin/sh\necho \"$1\" >> " + ran() + "\n");
    repo.with(
        "slipway.yaml",
        """
        application: NAME
        services:
          SERVICES
        MORE
        route: [dev]
        triggers:
          - {on: push, branch: main}
        """
            .replace("NAME", name)
            .replace("SERVICES", services)
            .replace("MORE", more.isEmpty() ? "# nothing more" : more));
    repo.push("Begin");
    return repo;
  }
}
