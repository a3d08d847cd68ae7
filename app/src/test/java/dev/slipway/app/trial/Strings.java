package dev.slipway.app.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** As many that are what they look like: of as many lines, and coloured where those are. */
  Strings harmless() {
    return new Strings(
        IntStream.range(0, messages.size())
            .mapToObj(number -> plain(messages.get(number), "Message-" + number))
            .toList(),
        plain("branch", branches),
        plain("told", told));
  }

  private static String plain(String message, String word) {
    String coloured = message.contains("\u001b[") ? "\u001b[31m" + word + "\u001b[0m and" : word;
    return message.strip().contains("\n")
        ? coloured + "\nanother line"
        : message.replaceAll("\\S.*", "") + coloured;
  }

  private static List<String> plain(String word, List<String> others) {
    return IntStream.range(0, others.size()).mapToObj(number -> word + "-" + number).toList();
  }

  /** What has to be read, by the name of its kind; which page shows which kind, the client says. */
  Map<String, List<String>> shown(Set<String> shipped) {
    return Map.of(
        "subjects",
        messages.stream()
            .map(message -> message.strip().lines().findFirst().orElse("").strip())
            .toList(),
        "shipped",
        branches.stream().filter(shipped::contains).toList(),
        "reasonsForApplication",
        everySecond(0),
        "reasonsForEnvironment",
        everySecond(1),
        "output",
        messages.stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList(),
        "holder",
        List.of(messages.getFirst()));
  }

  private List<String> everySecond(int from) {
    List<String> all = reasons().toList();
    return IntStream.range(0, all.size())
        .filter(number -> number % 2 == from)
        .mapToObj(all::get)
        .toList();
  }

  /** What people may write as a reason: the server takes no control characters. */
  Stream<String> reasons() {
    return Stream.concat(messages.stream(), branches.stream())
        .filter(text -> text.chars().noneMatch(Character::isISOControl));
  }
}
