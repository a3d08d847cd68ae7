package dev.slipway.loop.keeper;

import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What commits hold, the most recently used of them. Thread-safe. */
final class RememberedCommits {

  private final Map<Need, Answer> answers;

  RememberedCommits(int max) {
    answers =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Need, Answer> eldest) {
            return size() > max;
          }
        };
  }

  synchronized Optional<Answer> answer(Need need) {
    return switch (need) {
      case Need.SourceAt source -> Optional.ofNullable(answers.get(source));
      case Need.Contains contains -> Optional.ofNullable(answers.get(contains));
      case Need.HeadsOf heads -> Optional.empty();
      case Need.CommitOf commit -> Optional.empty();
      case Need.AuthorsOf authors -> Optional.empty();
      case Need.ChecksOf checks -> Optional.empty();
      case Need.ImageOf image -> Optional.empty();
      case Need.DeploymentOf deployment -> Optional.empty();
      case Need.PersonOf person -> Optional.empty();
      case Need.OrdersTaken taken -> Optional.empty();
      case Need.LastHeard heard -> Optional.empty();
    };
  }

  /**
   * Remembers only what can never change: what was found at a commit, not that it could not be
   * found.
   */
  synchronized void remember(Need need, Answer answer) {
    if (answer instanceof Answer.Source || answer instanceof Answer.Contained) {
      answers.put(need, answer);
    }
  }
}
