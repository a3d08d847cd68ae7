package dev.slipway.source.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.source.github.Contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The open pull requests of a repository and the comments at each, worded as GitHub's own examples,
 * and refused for the reasons for which GitHub refuses them. Not thread-safe.
 */
public final class KeptPulls {

  /** Whose token it is. */
  public static final String OWNER = "slipway-bot";

  private static final int PAGE_MAX = 100;
  private static final int BODY_MAX = 65_536;
  private static final int OURS = 1296269;
  private static final int OF_FORK = 1296270;

  private final List<ObjectNode> pulls = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final Set<Integer> locked = new HashSet<>();
  private Optional<String> refusal = Optional.empty();
  private int ids = 1;

  private record Comment(int pull, ObjectNode told) {
    String body() {
      return told.path("body").asText();
    }

    String author() {
      return told.path("user").path("login").asText();
    }
  }

  /** One is opened, or its head moves; it is the one that changed last. */
  public void open(int number, String head) {
    put(number, head, OURS);
  }

  /** The same of one whose head lies in a fork. */
  public void openOfFork(int number, String head) {
    put(number, head, OF_FORK);
  }

  private void put(int number, String head, int headRepository) {
    close(number);
    ObjectNode pull = (ObjectNode) Contract.example("pull-request-simple-items").get(0);
    pull.put("number", number).put("state", "open");
    // GitHub's own example of a team lacks what its schema wants.
    pull.putArray("requested_teams");
    ((ObjectNode) pull.path("head")).put("sha", head);
    ((ObjectNode) pull.path("head").path("repo")).put("id", headRepository);
    ((ObjectNode) pull.path("base").path("repo")).put("id", OURS);
    pulls.addFirst(pull);
  }

  public void close(int number) {
    pulls.removeIf(it -> it.path("number").asInt() == number);
  }

  /** Somebody comments. */
  public void comment(int number, String author, String body) {
    ObjectNode told = (ObjectNode) Contract.example("issue-comment");
    told.put("id", ids++).put("body", body);
    ((ObjectNode) told.path("user")).put("login", author);
    comments.add(new Comment(number, told));
  }

  /** Nobody may say any more there. */
  public void lock(int number) {
    locked.add(number);
  }

  /** The token may not write there, as long as this is what it is told. */
  public void refuse(Optional<String> message) {
    refusal = message;
  }

  /** Somebody deletes all comments of an author. */
  public void delete(String author) {
    comments.removeIf(it -> it.author().equals(author));
  }

  /** What the comments of a pull request say, in order, each with its author. */
  public List<String> comments(int number) {
    return comments.stream()
        .filter(it -> it.pull() == number)
        .map(it -> it.author() + ": " + it.body())
        .toList();
  }

  static boolean isOf(Operation operation) {
    String template = operation.template();
    return template.endsWith("/pulls") || template.contains("/issues/") || template.equals("/user");
  }

  /**
   * What is answered.
   *
   * @param author who writes
   */
  Answered answered(Operation operation, Map<String, String> query, JsonNode wish, String author) {
    String template = operation.template();
    if (template.equals("/user")) {
      ObjectNode user =
          (ObjectNode) Contract.example("private-user-response-with-public-profile-information");
      return new Answered(200, user.put("login", OWNER));
    }
    if (template.endsWith("/pulls")) {
      return new Answered(200, page(pulls, query));
    }
    if (operation.method().equals("GET")) {
      int number = number(operation);
      return new Answered(
          200,
          page(
              comments.stream().filter(it -> it.pull() == number).map(Comment::told).toList(),
              query));
    }
    if (refusal.isPresent()) {
      return Answered.message(403, refusal.orElseThrow());
    }
    if (wish.path("body").asText().length() > BODY_MAX) {
      return Answered.message(422, "Body is too long (maximum is 65536 characters)");
    }
    return operation.method().equals("POST")
        ? made(operation, wish, author)
        : edited(operation, wish);
  }

  private Answered made(Operation operation, JsonNode wish, String author) {
    int number = number(operation);
    if (locked.contains(number)) {
      return Answered.message(403, "Unable to create comment because issue is locked.");
    }
    comment(number, author, wish.path("body").asText());
    return new Answered(201, comments.getLast().told());
  }

  private Answered edited(Operation operation, JsonNode wish) {
    String id = operation.names().getOrDefault("comment_id", "");
    return comments.stream()
        .filter(it -> it.told().path("id").asText().equals(id))
        .findFirst()
        .map(it -> new Answered(200, it.told().put("body", wish.path("body").asText())))
        .orElseGet(() -> Answered.message(404, "Not Found"));
  }

  private static int number(Operation operation) {
    return Integer.parseInt(operation.names().getOrDefault("issue_number", "0"));
  }

  private static ArrayNode page(List<ObjectNode> all, Map<String, String> query) {
    int size = Math.min(PAGE_MAX, Integer.parseInt(query.getOrDefault("per_page", "30")));
    int from = (Integer.parseInt(query.getOrDefault("page", "1")) - 1) * size;
    ArrayNode page = Contract.JSON.createArrayNode();
    all.stream().skip(from).limit(size).forEach(it -> page.add(it.deepCopy()));
    return page;
  }
}
