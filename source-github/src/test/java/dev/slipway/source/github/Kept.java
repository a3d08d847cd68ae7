package dev.slipway.source.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.source.github.Contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The statuses and check runs of commits, worded as GitHub's own examples. Not thread-safe. */
final class Kept {

  private static final int PAGE_MAX = 100;

  private final Map<String, List<ObjectNode>> statuses = new TreeMap<>();
  private final Map<String, List<ObjectNode>> runs = new TreeMap<>();
  private int ids = 1;

  /** Of a context the last one is kept. */
  void status(String sha, String context, String state) {
    ObjectNode status = example("combined-commit-status", "statuses");
    status.put("id", ids++).put("context", context).put("state", state);
    status.put("description", context + " says " + state).put("target_url", "https://ci.example/1");
    List<ObjectNode> of = statuses.computeIfAbsent(sha, _ -> new ArrayList<>());
    of.removeIf(it -> it.path("context").asText().equals(context));
    of.add(status);
  }

  void run(String sha, String name, String status, Optional<String> conclusion) {
    ObjectNode run = example("check-run-paginated", "check_runs");
    run.put("id", ids++).put("name", name).put("status", status).put("head_sha", sha);
    run.put("conclusion", conclusion.orElse(null));
    if (conclusion.isEmpty()) {
      run.putNull("completed_at");
    }
    runs.computeIfAbsent(sha, _ -> new ArrayList<>()).add(run);
  }

  /** Keeps what somebody sets, beside what was set before, and says how it is told. */
  JsonNode set(String sha, ObjectNode wish) {
    statuses
        .computeIfAbsent(sha, _ -> new ArrayList<>())
        .add(example("combined-commit-status", "statuses").setAll(wish));
    return ((ObjectNode) Contract.example("status")).setAll(wish);
  }

  /** What statuses say, in the order in which they were set. */
  List<String> statuses(String sha) {
    return statuses.getOrDefault(sha, List.of()).stream()
        .map(it -> it.path("context").asText() + " " + it.path("state").asText())
        .toList();
  }

  /** The checks of a commit by name, and whether each is green. */
  Map<String, Boolean> checks(String sha) {
    Map<String, Boolean> green = new TreeMap<>();
    statuses
        .getOrDefault(sha, List.of())
        .forEach(it ->
            green.put(it.path("context").asText(), it.path("state").asText().equals("success")));
    runs.getOrDefault(sha, List.of())
        .forEach(it ->
            green.put(it.path("name").asText(), it.path("conclusion").asText().equals("success")));
    return green;
  }

  JsonNode page(Operation operation, Map<String, String> query) {
    String sha = operation.names().getOrDefault("ref", "");
    boolean ofStatuses = operation.template().endsWith("/status");
    ObjectNode page =
        (ObjectNode)
            Contract.example(ofStatuses ? "combined-commit-status" : "check-run-paginated");
    List<ObjectNode> all = (ofStatuses ? statuses : runs).getOrDefault(sha, List.of());
    int size = Math.min(PAGE_MAX, Integer.parseInt(query.getOrDefault("per_page", "30")));
    int from = (Integer.parseInt(query.getOrDefault("page", "1")) - 1) * size;
    ArrayNode items = page.putArray(ofStatuses ? "statuses" : "check_runs");
    all.stream().skip(from).limit(size).forEach(items::add);
    page.put("total_count", all.size());
    if (ofStatuses) {
      page.put("sha", sha);
    }
    return page;
  }

  private static ObjectNode example(String name, String list) {
    return (ObjectNode) Contract.example(name).path(list).get(0);
  }
}
