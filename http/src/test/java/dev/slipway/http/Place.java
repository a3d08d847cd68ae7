package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Logs;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import java.nio.ByteBuffer;
import java.util.Map;

/** Ids of things that are there, to put into paths. */
record Place(Map<String, String> ids) {

  /** An application that was brought in and deployed once, so that there is one of everything. */
  static Place filled(House house) {
    Client owner = house.as(Role.OWNER);
    assertThat(owner.postYaml("/api/v1/documents", repositoryNamed()).status()).isEqualTo(200);
    Client.Answered deployed =
        owner.post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
    assertThat(deployed.status()).as(deployed.json().toString()).isEqualTo(202);
    Client.Answered overlay =
        house
            .as(Role.ADMIN)
            .postYaml(
                "/api/v1/documents",
                "overlay: caps\nowner: finance\nlimit: {replicas: {max: 10}}\n");
    assertThat(overlay.status()).as(overlay.json().toString()).isEqualTo(200);
    Client.Answered policy =
        house
            .as(Role.ADMIN)
            .postYaml(
                "/api/v1/documents",
                """
                policy: two
                owner: platform
                rules:
                  - {must: service.replicas < 40, when: service.kind == 'run', message: Too many.}
                """);
    assertThat(policy.status()).as(policy.json().toString()).isEqualTo(200);
    Client.Answered notification =
        house
            .as(Role.ADMIN)
            .postYaml(
                "/api/v1/documents",
                "{notification: team, webhook: {url: 'https://hooks.example/secret'}}");
    assertThat(notification.status()).as(notification.json().toString()).isEqualTo(200);
    String hook =
        house
            .as(Role.ADMIN)
            .post("/api/v1/hooks", "{\"kind\":\"github\"}")
            .json()
            .at("/hook/id")
            .asText();
    String secret = house.directory.hook(hook).orElseThrow().secret().utf8();
    Client.Answered event =
        house
            .asNobody()
            .with("X-Signature", secret)
            .send("POST", "/hooks/github/" + hook, "text/plain", "news");
    assertThat(event.status()).isEqualTo(202);
    owner.postYaml("/api/v1/documents", "{resource: orders-schema, owner: orders-team}");
    Logs.Id log = log();
    Logs.Taken _ =
        house.logs.take(log, new Logs.Piece(0, ByteBuffer.wrap(new byte[] {'a'}), false, true));
    return new Place(
        Map.ofEntries(
            Map.entry("application", "shop"),
            Map.entry("environment", "staging"),
            Map.entry("target", "local"),
            Map.entry("overlay", "caps"),
            Map.entry("policy", "two"),
            Map.entry("notification", "team"),
            Map.entry("number", "1"),
            Map.entry("shipment", deployed.json().get("shipment").asText()),
            Map.entry("position", event.json().get("position").asText()),
            Map.entry("token", "nobody"),
            Map.entry("hook", "nowhere"),
            Map.entry("person", "nobody"),
            Map.entry("group", "security"),
            Map.entry("resource", "orders-schema"),
            Map.entry("feedback", "f-0123456789abcdef"),
            Map.entry("lock", "l-0123456789abcdef"),
            Map.entry("log", log.name()),
            Map.entry("replay", "w-99"),
            Map.entry("kind", "github"),
            Map.entry("digest", house.repository.archive().value())));
  }

  /** What staging asks for of whatever starts there, and a first delivery that it is asked of. */
  static void guarded(House house, String guardrails) {
    Client owner = house.as(Role.OWNER);
    Client.Answered asked =
        owner.postYaml(
            "/api/v1/documents",
            """
            environment: staging
            guardrails: %s
            ---
            target: local
            environment: staging
            local: true
            """
                .formatted(guardrails));
    assertThat(asked.status()).as(asked.json().toString()).isEqualTo(200);
    owner.postYaml("/api/v1/documents", repositoryNamed());
    Client.Answered deployed =
        house
            .as(Role.DEPLOYER)
            .post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
    assertThat(deployed.status()).as(deployed.json().toString()).isEqualTo(202);
  }

  private static Logs.Id log() {
    Placement placement =
        new Placement(new ApplicationName("shop"), new EnvironmentName("staging"));
    return new Logs.Id(House.OURS, new DeliveryId(placement, 1), "local.web.placed.1.1");
  }

  static String repositoryNamed() {
    return House.DOCUMENT + "repository: https://git.example/shop\n";
  }

  String fill(String template) {
    String path = template;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    return path;
  }

  /** As {@link #fill}, with things that a request before may have ended made anew. */
  String fresh(House house, String template) {
    Client admin = house.as(Role.ADMIN);
    if (template.contains("{application}")) {
      admin.postYaml("/api/v1/documents", repositoryNamed());
    }
    String path = template;
    if (template.contains("{notification}")) {
      admin.postYaml(
          "/api/v1/documents",
          "{notification: team, webhook: {url: 'https://hooks.example/secret'}}");
    }
    if (template.contains("{token}")) {
      path =
          path.replace(
              "{token}",
              made(admin, "/api/v1/tokens", "{\"name\":\"t\",\"role\":\"viewer\"}", "/token/id"));
    }
    if (template.contains("{trust}")) {
      path = path.replace("{trust}", made(admin, "/api/v1/trusts", RouteBodies.TRUST, "/id"));
    }
    if (template.contains("{hook}") && template.startsWith("/api/")) {
      path =
          path.replace("{hook}", made(admin, "/api/v1/hooks", "{\"kind\":\"events\"}", "/hook/id"));
    }
    if (template.contains("{person}")) {
      String address = "a" + Long.toHexString(System.nanoTime()) + "@example.org";
      String body = "{\"name\":\"Alice\",\"email\":\"" + address + "\"}";
      path = path.replace("{person}", made(admin, "/api/v1/people", body, "/id"));
      if (template.contains("{group}")) {
        admin.post(fill(path), "");
      }
    }
    if (template.contains("{lock}")) {
      String on = "{\"scope\":{\"environment\":\"production\"},\"reason\":\"freeze\"}";
      String sentence = made(admin, "/api/v1/locks", on, "/because/sentence");
      path = path.replace("{lock}", sentence.replaceFirst(".*(l-[0-9a-f]{16}).*", "$1"));
    }
    if (template.contains("/sets")) {
      admin.postYaml("/api/v1/documents", repositoryNamed());
      admin.postYaml(
          "/api/v1/documents", repositoryNamed().replace("application: shop", "application: mail"));
    }
    if (template.contains("{set}")) {
      String both =
          "{\"applications\":[{\"application\":\"shop\"},{\"application\":\"mail\"}],\"to\":[\"staging\"]}";
      path = path.replace("{set}", made(admin, "/api/v1/sets", both, "/set"));
    }
    if (template.contains("{campaign}")) {
      path = path.replace("{campaign}", Campaigns.begun(house).value());
    }
    if (template.contains("{feedback}")) {
      String said = "{\"page\":\"/apps/shop\",\"text\":\"good\"}";
      path = path.replace("{feedback}", made(admin, "/api/v1/feedback", said, "/id"));
    }
    if (template.contains("{secret}")) {
      path =
          path.replace("{secret}", "db-password")
              .replace(
                  "{version}", Integer.toString(Sealing.in(house, "staging").set("db-password")));
    }
    return fill(path);
  }

  private static String made(Client admin, String path, String body, String id) {
    return admin.post(path, body).json().at(id).asText();
  }
}
