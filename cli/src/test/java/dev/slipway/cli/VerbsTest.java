package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VerbsTest {

  @TempDir private Path folder;

  record Case(String line, String operation) {
    @Override
    public String toString() {
      return line;
    }
  }

  static Stream<Case> verbs() {
    return Stream.of(
        new Case(
            "app add https://git.example/shop.git --branch main --path a.yaml", "addApplication"),
        new Case("app list", "listApplications"),
        new Case("app show shop", "getApplication"),
        new Case("app remove shop", "removeApplication"),
        new Case("app stop shop/staging --confirm staging", "stopRemoved"),
        new Case("apply FILE FILE", "applyDocuments"),
        new Case("validate --server FILE", "validateDocuments"),
        new Case("deploy shop --to staging --ref main --force --param a=b --param c=d", "deploy"),
        new Case("deploy shop --to staging --sha abc123", "deploy"),
        new Case("deploy shop --to staging --confirm staging", "deploy"),
        new Case("deploy shop --to staging --at 2026-12-01T09:00Z", "deploy"),
        new Case("deploy shop --to staging --in 2h", "deploy"),
        new Case("why shop/staging", "why getPlacement listQueue"),
        new Case("explain shop/staging", "explain"),
        new Case("explain shop/staging services.web.replicas --documents", "explain"),
        new Case("whatif --since 7d --with FILE FILE", "beginWhatIf"),
        new Case(
            "whatif --since 2026-11-01T00:00:00Z --until 2026-11-02T00:00:00Z --with FILE",
            "beginWhatIf"),
        new Case("trigger shop --push main", "testTriggers"),
        new Case("trigger shop --tag v1 --with FILE", "testTriggers"),
        new Case("trigger shop --type dev.cdevents.artifact.published", "testTriggers"),
        new Case("diff shop/staging#3 --from 1", "difference"),
        new Case("approve shop/staging#3 --hash sha256:00", "approve"),
        new Case("reject shop/staging#3 --hash sha256:00 --reason late", "reject"),
        new Case("bypass shop/staging#3 approval --hash sha256:00 --reason down", "bypass"),
        new Case("bypass shop/staging#3 check ci/unit --hash sha256:00 --reason down", "bypass"),
        new Case(
            "trust add shop-ci --repository-id 1296269 --ref refs/heads/main --ref refs/tags/v*"
                + " --role deployer --app shop --env staging --event push --ci-environment live"
                + " --workflow .github/workflows/ship.yml --minutes 30 --audience us"
                + " --kind gitlab --issuer https://gitlab.example",
            "createTrust"),
        new Case("trust list", "listTrusts"),
        new Case("trust remove a-1", "removeTrust"),
        new Case("user add Alice --email alice@example.org", "addPerson"),
        new Case("user link p-1 --token t-1", "linkPerson"),
        new Case("user list", "listPeople"),
        new Case("user forget p-1", "forgetPerson"),
        new Case("group add security p-1", "addMember"),
        new Case("group remove security p-1", "removeMember"),
        new Case("group list", "listGroups"),
        new Case("resource set orders-schema --version 2 --env production", "tellResource"),
        new Case("resource set orders-schema --version 1.12", "tellResource"),
        new Case("resource list", "listResources"),
        new Case("secret list staging", "listSecrets"),
        new Case("secret history staging db-password", "listSecretVersions"),
        new Case("secret rekey staging", "endSecretKey"),
        new Case("secret remove staging db-password 3", "removeSecret"),
        new Case("feedback", "listFeedback"),
        new Case("feedback --limit 7", "listFeedback"),
        new Case("feedback send --page /apps/shop good", "sendFeedback"),
        new Case("feedback remove f-1", "removeFeedback"),
        new Case("lock shop/staging --reason freeze --for 2h --total", "lock"),
        new Case("lock --env staging --reason freeze --warn", "lock"),
        new Case("lock --all --reason fire", "lock"),
        new Case("unlock l-0123456789abcdef", "unlock"),
        new Case("locks", "listLocks"),
        new Case("check shop --sha SHA --name ci/build --state success", "reportCheck"),
        new Case(
            "check shop --sha SHA --name ci --state error --description late"
                + " --url https://ci.example/1 --at 2026-11-21T12:00:00Z",
            "reportCheck"),
        new Case("record shop/staging SHA --tool jenkins --id 4711", "recordExternal"),
        new Case(
            "record shop/staging SHA --tool jenkins --id 4711 --outcome failed"
                + " --started 2026-11-21T11:58:30Z --at 2026-11-21T12:00:00Z"
                + " --link https://jenkins.example/4711",
            "recordExternal"),
        new Case("history shop/staging --external", "listExternal"),
        new Case("status", "listPlacements listLocks"),
        new Case("status --app shop --env staging", "listPlacements listLocks"),
        new Case("queue --app shop", "listQueue"),
        new Case("queue move shop/staging s-1 --first", "moveQueued"),
        new Case("queue move shop/staging s-1 --before s-2", "moveQueued"),
        new Case("queue pass shop/staging#3 --reason urgent", "passLimit"),
        new Case(
            "ship shop billing --to staging,production --sha shop=abc123 --on-failure rollback"
                + " --confirm production",
            "ship"),
        new Case("sets", "listSets"),
        new Case("show set-0123456789abcdef", "getSet"),
        new Case("cancel set-0123456789abcdef", "cancelSet"),
        new Case("rollback --set set-0123456789abcdef --in staging --list", "previewSetRollback"),
        new Case("rollback --set set-0123456789abcdef --confirm staging", "rollbackSet"),
        new Case("queue go-on shop/staging#3 --reason network", "passFailure"),
        new Case("queue remove shop/staging s-1", "removeQueued"),
        new Case("history", "listShipments"),
        new Case("history shop", "listShipments"),
        new Case("history shop/staging --limit 7", "listDeliveries listExternal"),
        new Case("events", "listEvents"),
        new Case("events 3", "getEvent"),
        new Case("show shop/staging#3", "getDelivery"),
        new Case("show s-0123456789abcdef", "getShipment"),
        new Case("logs shop/staging#3 --list", "listLogs"),
        new Case("settle shop/staging#3 --succeeded --target local", "settle"),
        new Case("continue shop/staging#3 --step 2", "continueDelivery"),
        new Case("exclude shop/staging#3 --target local", "excludeTarget"),
        new Case("cancel shop/staging#3", "cancelDelivery"),
        new Case("cancel s-0123456789abcdef", "cancelShipment"),
        new Case("pause shop/staging --reason incident", "pause"),
        new Case("resume shop/staging", "resume"),
        new Case("resume shop/staging --fixed-by main", "resume"),
        new Case("rollback shop/staging --to 3", "rollback"),
        new Case("rollback shop/staging --past-lock l-0123456789abcdef", "rollback"),
        new Case("rollback shop/staging --confirm staging", "rollback"),
        new Case("rollback shop/staging --dry-run", "previewRollback"),
        new Case("rollback shop/staging --list", "listRollbackChoices"),
        new Case("token create ci --role deployer --app shop --env staging", "createToken"),
        new Case("token create frida --role viewer --for p-1", "createToken linkPerson"),
        new Case("token list", "listTokens"),
        new Case("token revoke tok", "revokeToken"),
        new Case("hook create github", "createHook"),
        new Case("hook create gitlab", "createHook"),
        new Case("hook create gitea", "createHook"),
        new Case("hook list", "listHooks"),
        new Case("hook remove h1", "removeHook"),
        new Case("environment list", "listEnvironments"),
        new Case("environment show production", "getEnvironment"),
        new Case("target list --env staging", "listTargets"),
        new Case("target show staging local", "getTarget"),
        new Case("target pause staging local --reason Disk.", "pauseTarget"),
        new Case("target resume staging local", "resumeTarget"),
        new Case("target remove staging local", "removeTarget"),
        new Case("target join-token staging local", "createJoinToken"),
        new Case("agent list --env staging", "listTargets"),
        new Case("ledger entry 3", "getEntry"),
        new Case("overlay list", "listOverlays"),
        new Case("overlay show cost-caps", "listOverlayRevisions"),
        new Case("overlay owners", "listOwners"),
        new Case("revert overlay/caps --to 3", "revertOverlay"),
        new Case("history overlay/caps", "listOverlayRevisions"),
        new Case("campaign list", "listCampaigns"),
        new Case("campaign show c-0123456789abcdef", "getCampaign listCampaignPlaces"),
        new Case(
            "campaign start overlay/caps --at-once 25% --every 10m --confirm production",
            "startCampaign"),
        new Case("campaign start overlay/caps --dry-run", "previewCampaign"),
        new Case("campaign stop c-0123456789abcdef --reason memory", "stopCampaign"),
        new Case("campaign resume c-0123456789abcdef --confirm production", "resumeCampaign"),
        new Case("policy list", "listPolicies"),
        new Case("policy show no-debug", "listPolicyRevisions"),
        new Case("revert policy/no-debug --to 3", "revertPolicy"),
        new Case("history policy/no-debug", "listPolicyRevisions"),
        new Case("notification list", "listNotifications"),
        new Case("notification test shop-team", "testNotification"),
        new Case("notification remove shop-team", "removeNotification"),
        new Case("whoami", "whoami"));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void every_verb_asks_by_the_contract_and_shows_what_it_is_answered(Case one) throws IOException {
    try (StubServer server = new StubServer()) {
      Run run = Run.of(server, words(one.line()));

      assertThat(server.breaches()).isEmpty();
      assertThat(server.asked()).containsExactly(one.operation().split(" ", -1));
      assertThat(run.err()).doesNotContain("slipway:");
      assertThat(run.out()).isNotBlank();
      assertThat(run.exit()).isZero();
      // The sample has every field, so a cell with nothing in it asked for one that there is not.
      assertThat(run.out().lines().flatMap(line -> Stream.of(line.split(" +", -1))))
          .doesNotContain("-");
    }
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void every_verb_gives_json_that_is_the_servers_own_answer(Case one) throws IOException {
    try (StubServer server = new StubServer()) {
      Run run = Run.of(server, words(one.line() + " --output json"));

      String path =
          one.line().matches("hook remove h1|user forget p-1|feedback remove f-1")
              ? "{}"
              : sample(one.operation());
      JsonMapper json = JsonMapper.builder().build();
      assertThat(run.err()).doesNotContain("slipway:");
      assertThat(json.readTree(run.out())).isEqualTo(json.readTree(path));
    }
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void every_verb_explains_itself(Case one) throws IOException {
    List<String> words = List.of(one.line().split(" ", -1));
    boolean isPair =
        Set.of(
                "app",
                "token",
                "hook",
                "environment",
                "target",
                "ledger",
                "group",
                "resource",
                "secret")
            .contains(words.getFirst());
    String verb = String.join(" ", words.subList(0, isPair ? 2 : 1));
    try (StubServer server = new StubServer()) {
      Run run = Run.of(server, words(verb + " --help"));
      assertThat(run.out()).contains("slipway " + verb).contains("--help");
      assertThat(run.err()).isEmpty();
      assertThat(run.exit()).isZero();
      assertThat(server.asked()).isEmpty();
    }
  }

  private static String sample(String operation) {
    return Contract.byId(operation.split(" ", -1)[0]).sample().orElseThrow().toString();
  }

  private String[] words(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("slipway.yaml"), "application: shop\n");
    return List.of(line.split(" ", -1)).stream()
        .map(word -> word.equals("FILE") ? file.toString() : word)
        .map(word -> word.equals("SHA") ? "a".repeat(40) : word)
        .toArray(String[]::new);
  }
}
