package dev.slipway.http;

import java.util.Map;

/** What routes are sent that take something; each is good enough to be looked at. */
final class RouteBodies {

  static final String CHECKS = "POST /api/v1/applications/{application}/checks";
  static final String TRUST =
      "{\"name\":\"shop\",\"repository\":\"1296269\",\"refs\":[\"refs/heads/main\"],\"role\":\"deployer\"}";
  static final String VERSION = "POST /api/v1/resources/{resource}/version";

  static final Map<String, String> BY_ROUTE =
      Map.ofEntries(
          Map.entry(
              "POST /api/v1/environments/{environment}/targets/{target}/pause",
              "{\"because\":\"Its disk is replaced.\"}"),
          Map.entry(VERSION, "{\"version\":\"2\"}"),
          Map.entry(
              CHECKS, "{\"sha\":\"" + "a".repeat(40) + "\",\"name\":\"ci\",\"state\":\"success\"}"),
          Map.entry("POST /api/v1/applications", "{\"repository\":\"https://git.example/other\"}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/external",
              "{\"sha\":\""
                  + "a".repeat(40)
                  + "\",\"tool\":\"jenkins\",\"id\":\"1\",\"outcome\":\"failed\"}"),
          Map.entry(
              "POST /api/v1/applications/{application}/deploy", "{\"environment\":\"staging\"}"),
          Map.entry(
              "POST /api/v1/documents",
              "{\"files\":[{\"name\":\"a.yaml\",\"content\":\"environment: qa\"}]}"),
          Map.entry(
              "POST /api/v1/documents/validate",
              "{\"files\":[{\"name\":\"a.yaml\",\"content\":\"x\"}]}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/settle",
              "{\"target\":\"local\",\"verdict\":\"failed\"}"),
          Map.entry("POST /api/v1/applications/{application}/triggers/test", "{\"push\":\"main\"}"),
          Map.entry("POST /api/v1/applications/{application}/preview", "{\"revision\":\"main\"}"),
          Map.entry(
              "POST /api/v1/whatif",
              "{\"since\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-02T00:00:00Z\",\"files\":[]}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/continue",
              "{}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/exclude",
              "{\"target\":\"local\"}"),
          Map.entry("POST /api/v1/trusts", TRUST),
          Map.entry("POST /api/v1/tokens/exchange", "{\"trust\":\"unknown\",\"token\":\"x\"}"),
          Map.entry("POST /api/v1/tokens", "{\"name\":\"ci\",\"role\":\"viewer\"}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/approve",
              "{\"hash\":\"sha256:" + "0".repeat(64) + "\"}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/reject",
              "{\"hash\":\"sha256:" + "0".repeat(64) + "\"}"),
          Map.entry("POST /api/v1/people", "{\"name\":\"Alice\",\"email\":\"a@example.org\"}"),
          Map.entry("POST /api/v1/people/{person}/links", "{\"token\":\"t-1\"}"),
          Map.entry(
              "POST /api/v1/locks",
              "{\"scope\":{\"environment\":\"production\"},\"reason\":\"freeze\"}"),
          Map.entry("POST /api/v1/overlays/{overlay}/revert", "{\"to\":1}"),
          Map.entry("POST /api/v1/policies/{policy}/revert", "{\"to\":1}"),
          Map.entry("POST /api/v1/overlays/{overlay}/campaigns", "{}"),
          Map.entry("POST /api/v1/campaigns/{campaign}/stop", "{}"),
          Map.entry("POST /api/v1/campaigns/{campaign}/resume", "{}"),
          Map.entry("POST /api/v1/feedback", "{\"page\":\"/apps/shop\",\"text\":\"good\"}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/queue/{shipment}/move",
              "{\"to\":\"first\"}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/pass-limit",
              "{}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/pass-failure",
              "{}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/deliveries/{number}/bypass",
              "{\"guardrail\":\"approval\",\"hash\":\"sha256:"
                  + "0".repeat(64)
                  + "\",\"because\":\"down\"}"),
          Map.entry(
              "POST /api/v1/sets",
              "{\"applications\":[{\"application\":\"shop\"},{\"application\":\"mail\"}],\"to\":[\"staging\"]}"),
          Map.entry("POST /api/v1/sets/{set}/rollback", "{}"),
          Map.entry("POST /api/v1/hooks", "{\"kind\":\"events\"}"),
          Map.entry("POST /api/v1/session", "{\"secret\":\"unknown\"}"),
          Map.entry(
              "POST /agent/v1/enrol",
              "{\"joinToken\":\"unknown\",\"publicKey\":\"" + "A".repeat(43) + "=\"}"),
          Map.entry(
              "POST /api/v1/environments/{environment}/secrets/{secret}",
              "{\"version\":1,\"key\":\"" + "A".repeat(43) + "=\",\"sealed\":\"AA==\"}"),
          Map.entry("POST /agent/v1/secrets", "{\"wrapped\":[],\"wanted\":[]}"),
          Map.entry("POST /agent/v1/sync", "{\"boot\":\"b\",\"sequence\":1,\"holdMillis\":0}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/resume", "{}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/rollback", "{}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/stop", "{}"),
          Map.entry(
              "POST /api/v1/applications/{application}/environments/{environment}/pause",
              "{\"because\":\"incident\"}"));

  private RouteBodies() {}
}
