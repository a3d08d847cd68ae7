package dev.slipway.engine.whatif;

import dev.slipway.model.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was taken for granted because nothing recorded it; each is said once. Not thread-safe. */
final class Assumptions {

  static final Reason TIMES =
      new Reason(
          "rollout-times-assumed",
          "A rollout takes as long, and ends as it did, when it really happened.");
  static final Reason USUAL =
      new Reason(
          "rollout-never-happened",
          "What never really rolled out succeeds, and takes as long as others did there.");
  static final Reason CONTENT =
      new Reason(
          "content-never-read",
          "A commit that nothing shipped was never read; it is taken to hold what its application"
              + " was defined as.");
  static final Reason DOCUMENT =
      new Reason(
          "document-in-every-commit",
          "Every commit of the span is taken to carry the application's document that was given.");
  static final Reason ANCESTRY =
      new Reason(
          "ancestry-assumed",
          "Which commit contains which is not recorded; what no hold kept away contains nothing"
              + " that is held.");
  static final Reason WORDS =
      new Reason(
          "words-assumed",
          "Who approved or rejected something is taken to say so as soon as it waits, whatever"
              + " its number.");
  static final Reason MEMBER =
      new Reason(
          "member-assumed",
          "Who went back with an overlay or a policy, or sent one, is taken to belong to its owner, for"
              + " whom a token stands for is not recorded.");
  static final Reason PRESENCE =
      new Reason("agents-present", "Agents are taken to have been there to take their orders.");
  static final Reason DEPLOYMENT =
      new Reason(
          "deployments-assumed",
          "GitHub is not asked; it is taken to make every deployment that it is asked for.");
  static final Reason NEW_TARGET =
      new Reason(
          "agent-of-new-target",
          "A target that was not there before is taken to have an agent, and to converge.");

  private final Set<Reason> made = new LinkedHashSet<>();

  void make(Reason assumption) {
    made.add(assumption);
  }

  List<Reason> all() {
    return List.copyOf(made);
  }
}
