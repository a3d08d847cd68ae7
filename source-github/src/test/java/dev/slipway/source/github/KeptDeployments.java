package dev.slipway.source.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The deployments of a repository and what was said of each, worded as GitHub's own examples, and
 * refused for the reasons for which GitHub refuses them. Not thread-safe.
 */
public final class KeptDeployments {

  private static final int PAGE_MAX = 100;

  private final List<Deployment> all = new ArrayList<>();
  private final List<String> behind = new ArrayList<>();
  private final Set<String> conflicting = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private Runnable made = () -> {};
  private int ids = 1;

  private record Deployment(
      String id, ObjectNode told, boolean passing, boolean production, List<String> states) {
    String of(String name) {
      return told.path(name).asText();
    }
  }

  /** The default branch has what this commit has not; once more for each time that it is said. */
  public void behind(String sha) {
    behind.add(sha);
  }

  /** The default branch cannot be merged into it. */
  public void conflicting(String sha) {
    conflicting.add(sha);
  }

  /** Nobody has such a commit. */
  public void unknown(String sha) {
    unknown.add(sha);
  }

  /** What happens once one was made, before anybody is answered. */
  public void onMade(Runnable what) {
    made = what;
  }

  /** Somebody else has made the same one in the same moment. */
  void twin() {
    Deployment last = all.getLast();
    int id = ids++;
    ObjectNode told = last.told().deepCopy().put("id", id);
    all.add(
        new Deployment(
            Integer.toString(id), told, last.passing(), last.production(), new ArrayList<>()));
  }

  /** What was said of a commit's deployments, in order: environment, and states. */
  List<String> told(String sha) {
    return all.stream()
        .filter(it -> it.of("sha").equals(sha))
        .map(it -> it.of("environment") + " " + String.join(" ", it.states()))
        .toList();
  }

  /**
   * Makes a deployment, or says why not.
   *
   * @param checks of the commit, and whether each is green
   */
  Answered made(JsonNode wish, Map<String, Boolean> checks) {
    String ref = wish.path("ref").asText();
    if (unknown.contains(ref)) {
      return Answered.message(422, "No ref found for: " + ref);
    }
    if (wish.path("auto_merge").asBoolean(true)) {
      if (conflicting.contains(ref)) {
        return Answered.message(409, "Conflict merging master into topic-branch");
      }
      if (behind.remove(ref)) {
        return Answered.message(202, "Auto-merged master into topic-branch on deployment.");
      }
    }
    List<String> unmet = unmet(wish, checks);
    return unmet.isEmpty() ? kept(wish, ref) : failed(unmet, checks);
  }

  private static List<String> unmet(JsonNode wish, Map<String, Boolean> checks) {
    Set<String> wanted = new TreeSet<>(checks.keySet());
    if (wish.has("required_contexts")) {
      wanted.clear();
      wish.path("required_contexts").forEach(it -> wanted.add(it.asText()));
    }
    return wanted.stream().filter(it -> !checks.getOrDefault(it, false)).toList();
  }

  private static Answered failed(List<String> unmet, Map<String, Boolean> checks) {
    Answered answer =
        Answered.message(409, "Conflict: Commit status checks failed for topic-branch.");
    ObjectNode error = ((ObjectNode) answer.body()).putArray("errors").addObject();
    ArrayNode contexts = error.putArray("contexts");
    checks.forEach((name, green) -> {
      if (green) {
        contexts.addObject().put("context", name).put("state", "success");
      }
    });
    unmet.forEach(name -> contexts.addObject().put("context", name).put("state", "pending"));
    error.put("resource", "Deployment").put("field", "required_contexts").put("code", "invalid");
    return answer;
  }

  private Answered kept(JsonNode wish, String sha) {
    ObjectNode told = (ObjectNode) Contract.example("deployment-simple-example");
    int id = ids++;
    told.put("id", id).put("sha", sha).put("ref", sha);
    told.put("task", wish.path("task").asText("deploy"));
    told.put("environment", wish.path("environment").asText("production"));
    told.put("description", wish.path("description").asText());
    told.set("payload", wish.path("payload"));
    boolean production =
        wish.path("production_environment")
            .asBoolean(told.path("environment").asText().equals("production"));
    told.put("transient_environment", wish.path("transient_environment").asBoolean());
    told.put("production_environment", production);
    all.add(
        new Deployment(
            Integer.toString(id),
            told,
            wish.path("transient_environment").asBoolean(),
            production,
            new ArrayList<>()));
    made.run();
    return new Answered(201, told);
  }

  /** Newest first. */
  Answered listed(Map<String, String> query) {
    Map<String, String> wanted = new TreeMap<>(query);
    wanted.keySet().retainAll(Set.of("sha", "ref", "task", "environment"));
    int size = Math.min(PAGE_MAX, Integer.parseInt(query.getOrDefault("per_page", "30")));
    int from = (Integer.parseInt(query.getOrDefault("page", "1")) - 1) * size;
    ArrayNode page = Contract.JSON.createArrayNode();
    all.reversed().stream()
        .filter(it ->
            wanted.entrySet().stream()
                .allMatch(want -> it.of(want.getKey()).equals(want.getValue())))
        .skip(from)
        .limit(size)
        .forEach(it -> page.add(it.told()));
    return new Answered(200, page);
  }

  Answered said(String id, ObjectNode wish) {
    return all.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .map(it -> {
          String state = wish.path("state").asText();
          if (state.equals("success") && wish.path("auto_inactive").asBoolean(true)) {
            retire(it);
          }
          it.states().add(state);
          ObjectNode answer = (ObjectNode) Contract.example("deployment-status");
          answer.setAll(wish);
          return new Answered(201, answer);
        })
        .orElseGet(() -> Answered.message(404, "Not Found"));
  }

  private void retire(Deployment next) {
    all.stream()
        .filter(
            it -> !it.id().equals(next.id()) && it.of("environment").equals(next.of("environment")))
        .filter(it -> !it.passing() && !it.production())
        .filter(it -> !it.states().isEmpty() && it.states().getLast().equals("success"))
        .forEach(it -> it.states().add("inactive"));
  }
}
