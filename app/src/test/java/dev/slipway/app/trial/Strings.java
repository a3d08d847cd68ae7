package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What strangers may call things.
 *
 * @param messages of commits
 * @param branches that Git takes, and keeps in files of their names
 * @param told branches that only a webhook can tell of
 */
record Strings(List<String> messages, List<String> branches, List<String> told) {

  /** Git keeps a branch in a file of its name. */
  private static final int FILE_NAME_MAX = 240;

  static Strings hostile(Path folder) throws IOException {
    JsonNode branches = read(folder.resolve("branch-names.json")).path("branches");
    return new Strings(
        read(folder.resolve("commit-messages.json"))
            .path("messages")
            .valueStream()
            .map(JsonNode::asText)
            .toList(),
        names(branches, true),
        names(branches, false));
  }

  private static JsonNode read(Path file) throws IOException {
    return Api.JSON.readTree(Files.readString(file));
  }

  private static List<String> names(JsonNode branches, boolean pushable) {
    return branches
        .valueStream()
        .filter(branch -> isPushable(branch) == pushable)
        .map(branch -> branch.path("name").asText())
        .toList();
  }

  private static boolean isPushable(JsonNode branch) {
    return branch.path("refAcceptedByGit").asBoolean()
        && branch.path("name").asText().length() < FILE_NAME_MAX;
  }

  /** As many that are what they look like. */
  Strings harmless() {
    return new Strings(plain("Message", messages), plain("branch", branches), plain("told", told));
  }

  private static List<String> plain(String word, List<String> others) {
    return IntStream.range(0, others.size()).mapToObj(number -> word + "-" + number).toList();
  }

  /** What has to be read on some page: the first line of every message, and every branch. */
  Stream<String> shown() {
    return Stream.concat(
        messages.stream().map(message -> message.strip().lines().findFirst().orElse("").strip()),
        branches.stream());
  }

  /** What people may write as a reason: the server takes no control characters. */
  Stream<String> reasons() {
    return Stream.concat(messages.stream(), branches.stream())
        .filter(text -> text.chars().noneMatch(Character::isISOControl));
  }
}
