package dev.slipway.source.git;

import dev.slipway.model.Sha;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Which commits others take back, by the sentence that {@code git revert} writes into its commits.
 * It hears the newest first, for a revert that is itself taken back takes nothing back. Confined to
 * one reading.
 */
final class TakenBack {

  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\bThis reverts commit ([0-9a-f]{40})\\b"
              + "(?:,\\s+reversing\\s+changes\\s+made\\s+to\\s+([0-9a-f]{40})\\b)?");

  private final Map<String, Sha> by = new HashMap<>();
  private final List<Side> sides = new ArrayList<>();

  /**
   * What a merge had brought to its main line, and went with it.
   *
   * @param main the commit of the main line that is as before
   */
  record Side(Sha merge, Sha main, Sha by) {}

  /** Hears what one more commit says; whatever takes it back was heard before. */
  void hear(RevCommit commit) {
    if (by.containsKey(commit.name())) {
      return;
    }
    Sha speaker = new Sha(commit.name());
    Matcher named = SENTENCE.matcher(commit.getFullMessage());
    while (named.find()) {
      add(named.group(1), speaker);
      Optional.ofNullable(named.group(2))
          .map(main -> new Side(new Sha(named.group(1)), new Sha(main), speaker))
          .ifPresent(sides::add);
    }
  }

  /** A commit is taken back; the newest word counts. */
  void add(String commit, Sha speaker) {
    by.putIfAbsent(commit, speaker);
  }

  /** The commit that takes another one back. */
  Optional<Sha> by(String commit) {
    return Optional.ofNullable(by.get(commit));
  }

  /** The merges that were taken back. */
  List<Side> sides() {
    return List.copyOf(sides);
  }
}
