package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person's words may mean: a branch, a tag, a full commit id, or the first seven digits or
 * more of one.
 */
record Revision(String words) {

  private static final int LENGTH_MAX = 1000;
  private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern SHORT = Pattern.compile("[0-9a-f]{7,39}");

  /** The full commit id that the words are. A branch of such a name never hides a commit. */
  Optional<Sha> full() {
    return FULL.matcher(words).matches() ? Optional.of(new Sha(words)) : Optional.empty();
  }

  boolean mayBeAbbreviated() {
    return SHORT.matcher(words).matches();
  }

  /** The branches and tags that the words name. */
  List<Resolved> named(Listing listing) {
    if (words.length() > LENGTH_MAX || words.isEmpty()) {
      return List.of();
    }
    List<RefName> names = new ArrayList<>(List.of(RefName.ofBranch(words), RefName.ofTag(words)));
    if (words.startsWith("refs/")) {
      names.addFirst(new RefName(words));
    }
    return names.stream()
        .flatMap(
            name -> listing.commit(name).stream().map(sha -> new Resolved(sha, Optional.of(name))))
        .toList();
  }

  /** The one meaning there is. Several that lead to the same commit are one, the first. */
  Reading<Resolved> only(List<Resolved> meanings) {
    if (meanings.isEmpty()) {
      return new Reading.Unusable<>(
          new Reason(
              "revision-unknown",
              "The repository has no such branch, tag or commit; a commit id needs at least seven"
                  + " digits."));
    }
    if (meanings.stream().map(Resolved::sha).distinct().count() > 1) {
      return new Reading.Unusable<>(
          new Reason(
              "revision-ambiguous",
              "The revision may mean "
                  + meanings.stream().map(Revision::shown).collect(Collectors.joining(", "))
                  + "; say which by its full name."));
    }
    return new Reading.Read<>(meanings.getFirst());
  }

  private static String shown(Resolved meaning) {
    return meaning
        .ref()
        .map(ref -> ref.branch().isPresent() ? "the branch " + ref : "the tag " + ref)
        .orElseGet(() -> "the commit " + meaning.sha());
  }
}
