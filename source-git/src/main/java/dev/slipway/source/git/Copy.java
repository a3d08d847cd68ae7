package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.source.Reading;
import dev.slipway.source.git.GitCommand.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;

/**
 * One repository as this server has it: where it comes from, and the mirror. Asking for a listing
 * takes no lock; whoever fetches or reads holds the mirror's.
 */
record Copy(Address address, Mirror mirror, GitCommand git) {

  /** Beyond so many refs at once, asking for all of them is as good. */
  private static final int NAMED_MAX = 16;

  private static final List<String> FETCH =
      List.of(
          "fetch",
          "--quiet",
          "--force",
          "--no-tags",
          "--no-write-fetch-head",
          "--no-recurse-submodules",
          "--no-auto-maintenance");

  private static final List<String> EVERYTHING =
      List.of("+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*");

  /** Looks at the mirror's objects. */
  @FunctionalInterface
  interface Look<T> {
    Reading<T> at(Repository repository) throws IOException;
  }

  /** Every branch and tag of the origin. */
  Reading<Listing> branchesAndTags() {
    return listing(List.of("ls-remote", "--heads", "--tags", "--", address.argument()));
  }

  /** What the origin's HEAD is. */
  Reading<Listing> head() {
    return listing(List.of("ls-remote", "--symref", "--", address.argument(), "HEAD"));
  }

  private Reading<Listing> listing(List<String> words) {
    return switch (git.run(address, words)) {
      case Outcome.Succeeded(String output) -> new Reading.Read<>(Listing.of(output));
      case Outcome outcome -> new Reading.Unavailable<>(Trouble.of(address, outcome));
    };
  }

  /**
   * Brings the mirror to what the origin has now for these refs, with one command.
   *
   * @return whether that could be done; a ref that is gone, a name that must not stand on a command
   *     line and a broken mirror are reasons why not
   */
  boolean fetchNamed(List<RefName> refs) throws IOException {
    mirror.prepare();
    return canBeNamed(refs)
        && fetch(Stream.of(), refs.stream().map(ref -> "+" + ref + ":" + ref))
            instanceof Outcome.Succeeded;
  }

  /** Brings the mirror to what the origin has now: forced, deleted and renamed refs included. */
  Fetched fetchEverything() throws IOException {
    mirror.prepare();
    return switch (fetch(Stream.of("--prune"), EVERYTHING.stream())) {
      case Outcome.Succeeded _ -> new Fetched.Whole();
      case Outcome.Failed _ ->
          branchesAndTags() instanceof Reading.Unavailable<Listing>(Reason because)
              ? new Fetched.Not(because)
              : new Fetched.InPart();
      case Outcome outcome -> new Fetched.Not(Trouble.of(address, outcome));
    };
  }

  /** Deletes the mirror and fetches everything, if the origin answers at all. */
  Fetched fetchAnew() throws IOException {
    if (branchesAndTags() instanceof Reading.Unavailable<Listing>(Reason because)) {
      return new Fetched.Not(because);
    }
    mirror.delete();
    return fetchEverything();
  }

  /** Only names that hold nothing special ever stand on a command line. */
  private static boolean canBeNamed(List<RefName> refs) {
    return !refs.isEmpty()
        && refs.size() <= NAMED_MAX
        && refs.stream().allMatch(RefName::isAutomatable);
  }

  private Outcome fetch(Stream<String> options, Stream<String> refs) {
    List<String> words = new ArrayList<>();
    words.add("--git-dir=" + mirror.folder());
    words.addAll(FETCH);
    options.forEach(words::add);
    words.add("--");
    words.add(address.argument());
    refs.forEach(words::add);
    return git.run(address, words);
  }

  /** Reads from the mirror; if that fails, makes it anew and reads once more. */
  <T> Reading<T> read(Look<T> look) throws IOException {
    mirror.prepare();
    try (Repository repository = mirror.open()) {
      return look.at(repository);
    } catch (IOException _) {
      if (fetchAnew() instanceof Fetched.Not(Reason because)) {
        return new Reading.Unavailable<>(because);
      }
    }
    try (Repository repository = mirror.open()) {
      return look.at(repository);
    }
  }
}
