package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Each kind of waiting, brought about at a real server. */
final class Waiting {

  private Waiting() {}

  /**
   * One kind.
   *
   * @param begin brings it about, and returns the commit that waits
   * @param then what has to follow once the printed line was typed, given what it answered
   */
  record Kind(String name, Function<Scene, String> begin, BiConsumer<Scene, String> then) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        kind("a locked organisation", scene -> locked(scene.taken(), "--all")),
        kind("a locked environment", scene -> locked(scene.taken(), "--env", "staging")),
        kind("a locked application", scene -> locked(scene.taken(), "--app", "shop")),
        kind("a locked place", scene -> locked(scene.taken(), "shop/staging")),
        kind("a total lock", scene -> locked(scene.taken(), "--env", "staging", "--total")),
        kind("two locks", Waiting::lockedTwice),
        kind("an approval", scene -> guarded(scene, "{of: 1}")),
        kind("two approvals", scene -> guarded(scene, "{of: 2}")),
        kind("an owner's approval", scene -> guarded(scene, "{of: 1, role: owner}")),
        kind("an approval that lapsed", Waiting::lapsed),
        kind("an approval whose giver lost the role", Waiting::reopened),
        kind("a lock and an approval", Waiting::lockedAndGuarded),
        kind("a check that nobody reported", Waiting::unchecked),
        kind("a paused place", Waiting::paused),
        kind("what a rollback holds", Waiting::held),
        kind("an outcome that nobody knows", Waiting::unknown),
        kind("a silent target", Waiting::silent),
        new Kind(
            "a target without an agent", Waiting::alone, (scene, secret) -> scene.join(secret)));
  }

  private static Kind kind(String name, Function<Scene, String> begin) {
    return new Kind(name, begin, Waiting::nothingMore);
  }

  private static void nothingMore(Scene scene, String said) {}

  private static void lock(Scene scene, String... scope) {
    String[] more = {"--reason", "Freeze"};
    scene.admin(
        Stream.of(Stream.of("lock"), Stream.of(scope), Stream.of(more))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static String locked(Scene scene, String... scope) {
    lock(scene, scope);
    return scene.push("Behind a lock");
  }

  private static String lockedTwice(Scene scene) {
    lock(scene.taken(), "--all");
    return locked(scene, "--env", "staging");
  }

  private static String guarded(Scene scene, String approval) {
    scene.taken();
    scene.api().apply("{environment: staging, guardrails: {approval: %s}}".formatted(approval));
    return scene.push("For approval");
  }

  private static String unchecked(Scene scene) {
    scene.taken();
    scene.api().apply("{environment: staging, guardrails: {checks: {required: [ci/build]}}}");
    return scene.push("Nobody built it yet");
  }

  private static String lockedAndGuarded(Scene scene) {
    String sha = guarded(scene, "{of: 1}");
    lock(scene, "--env", "staging");
    return sha;
  }

  private static String lapsed(Scene scene) {
    String sha = guarded(scene, "{of: 1, expires: 2s}");
    lock(scene, "--env", "staging");
    approved(scene);
    awaitGuardrail(scene, "approval-missing");
    return sha;
  }

  private static String reopened(Scene scene) {
    String sha = lockedAndGuarded(scene);
    approved(scene);
    scene.admin("token", "revoke", scene.tokenOf("approver"));
    awaitGuardrail(scene, "approval-missing");
    return sha;
  }

  private static void approved(Scene scene) {
    Scene.until("the delivery to be there", () -> active(scene));
    scene.personWith("approver").run("approve", "shop/staging#1").orFail();
    awaitGuardrail(scene, "approved");
  }

  private static Optional<JsonNode> active(Scene scene) {
    return Optional.of(scene.api().placement("shop", "staging").path("active"))
        .filter(JsonNode::isObject);
  }

  private static void awaitGuardrail(Scene scene, String code) {
    Scene.until(
        "the approval to be " + code,
        () ->
            scene
                .api()
                .get("/api/v1/applications/shop/environments/staging/deliveries/1")
                .findValues("code")
                .stream()
                .filter(said -> said.asText().equals(code))
                .findFirst());
  }

  private static String paused(Scene scene) {
    scene.taken();
    scene.admin("pause", "shop/staging", "--reason", "Lunch");
    return scene.push("After lunch");
  }

  private static String held(Scene scene) {
    scene.taken().delivered("Good");
    scene.delivered("Bad");
    scene.admin("rollback", "shop/staging", "--wait");
    return scene.push("Built on the bad one, and mends it");
  }

  /** The command and its supervisor are killed with the agent, so nobody saw how it ended. */
  private static String unknown(Scene scene) {
    scene.remoteTarget("");
    RemoteAgent agent = scene.join(scene.joinToken());
    Path running = scene.folder().resolve("running");
    scene.taken("#!/bin/sh\necho $$ >> %s\nexec sleep 60\n".formatted(running), "2m");
    String sha = scene.push("Nobody will know");
    long command = Scene.until("the command to run", () -> pid(running));
    agent.kill();
    Leftovers.session(command).forEach(pid -> Java.signal("KILL", pid));
    scene.run();
    return sha;
  }

  private static Optional<Long> pid(Path file) {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().findFirst().map(Long::valueOf)
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String silent(Scene scene) {
    scene.remoteTarget(", silent_after: 1s");
    scene.join(scene.joinToken()).kill();
    return scene.taken("#!/bin/sh\nexit 0\n", "1s").push("For nobody who hears");
  }

  private static String alone(Scene scene) {
    scene.remoteTarget("");
    return scene.taken().push("For nobody yet");
  }
}
