package dev.slipway.source.github;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Sha;
import dev.slipway.source.PullRequests.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of GitHub's list of pull requests. Stateless. */
final class Pulls {

  private static final Pattern WANTED =
      Pattern.compile("[0-9]{1,3}\\.(number|head\\.sha|(head|base)\\.repo\\.id)");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private Pulls() {}

  /** Those of a page, in order; empty where the text is none. */
  static Optional<List<PullRequest>> read(String text, int most) {
    Optional<Map<String, String>> all =
        Optional.of(text)
            .filter(it -> it.stripLeading().startsWith("["))
            .flatMap(it -> Flat.read(it, place -> WANTED.matcher(place).matches()));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<PullRequest> page = new ArrayList<>();
    for (int at = 0; at < most && all.orElseThrow().containsKey(at + ".number"); at++) {
      Optional<PullRequest> one = one(all.orElseThrow(), at + ".");
      if (one.isEmpty()) {
        return Optional.empty();
      }
      page.add(one.orElseThrow());
    }
    return Optional.of(page);
  }

  /** A fork that was deleted is no repository any more, and is no repository of ours either. */
  private static Optional<PullRequest> one(Map<String, String> all, String at) {
    String number = all.getOrDefault(at + "number", "");
    Optional<String> base = Optional.ofNullable(all.get(at + "base.repo.id"));
    Optional<String> head = Optional.ofNullable(all.get(at + "head.repo.id"));
    try {
      return NUMBER.matcher(number).matches()
          ? Optional.of(
              new PullRequest(
                  Integer.parseInt(number),
                  new Sha(all.getOrDefault(at + "head.sha", "")),
                  base.isEmpty() || !base.equals(head)))
          : Optional.empty();
    } catch (InvalidValue _) {
      return Optional.empty();
    }
  }
}
