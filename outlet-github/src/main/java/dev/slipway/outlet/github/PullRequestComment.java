package dev.slipway.outlet.github;

import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.outlet.Foretold;
import dev.slipway.outlet.Foretold.How;
import dev.slipway.outlet.Foretold.Place;
import dev.slipway.outlet.PullRequestNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The comment at a pull request: what it would change at each place, what could not be had back,
 * what it would wait for, and why it would be refused. Each line stands for itself, so that it can
 * be cut after any of them. Pure; thread-safe.
 *
 * @param link where people read about applications; absent where nobody said
 */
public record PullRequestComment(Optional<String> link) implements PullRequestNote {

  /** GitHub takes 65,536 characters; the rest is for the mark that our comment begins with. */
  static final int LENGTH_MAX = 64_000;

  private static final int SENTENCE_MAX = 1_000;
  private static final int NAMED_MAX = 20;
  private static final int LINKS_MAX = 10;

  @Override
  public String of(Foretold foretold) {
    List<String> lines = new ArrayList<>();
    lines.add("### What this would change");
    lines.add("");
    lines.add(
        "Commit %s, if it were deployed now. Nothing was changed."
            .formatted(Code.of(foretold.commit().abbreviated(), SENTENCE_MAX)));
    places(foretold.places()).forEach(lines::addAll);
    return fitting(lines, links(foretold.places()));
  }

  /** Places of an application that would refuse it for the same reasons are told at once. */
  private static List<List<String>> places(List<Place> places) {
    List<List<String>> told = new ArrayList<>();
    for (int at = 0; at < places.size(); ) {
      Place first = places.get(at);
      int end = at + 1;
      while (end < places.size() && isRefusedAlike(first, places.get(end))) {
        end++;
      }
      told.add(place(first, places.subList(at, end)));
      at = end;
    }
    return told;
  }

  private static boolean isRefusedAlike(Place one, Place other) {
    return one.stop().finding() instanceof Finding.Refused
        && one.stop().finding().equals(other.stop().finding())
        && one.stop().at().application().equals(other.stop().at().application());
  }

  private static List<String> place(Place first, List<Place> alike) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "#### %s in %s"
            .formatted(
                Code.of(first.stop().at().application().value(), SENTENCE_MAX),
                named(alike.stream().map(it -> it.stop().at().environment().value()).toList())));
    lines.add("");
    switch (first.stop().finding()) {
      case Finding.Refused(List<Reason> because, int more) -> {
        lines.add("**It would be refused:**");
        lines.add("");
        because.forEach(reason -> lines.add("- " + sentence(reason)));
        if (more > 0) {
          lines.add("- and %d more reasons".formatted(more));
        }
      }
      case Finding.Deliverable it -> deliverable(first, it, lines);
    }
    return lines;
  }

  private static void deliverable(Place place, Finding.Deliverable it, List<String> lines) {
    if (place.services().isEmpty() && it.destroys().isEmpty()) {
      lines.add("Nothing would change.");
      return;
    }
    lines.add(where(place.stop()));
    if (!it.destroys().isEmpty()) {
      lines.add("");
      lines.add("**It could not be had back:**");
      lines.add("");
      it.destroys().forEach(reason -> lines.add("- **destructive** " + sentence(reason)));
    }
    lines.add("");
    lines.addAll(Differences.of(place.services()));
    List<Outlook.Verdict> verdicts = it.verdicts();
    if (it.behind().isPresent() || !verdicts.isEmpty()) {
      lines.add("");
      lines.add("Guardrails, as they are now:");
      lines.add("");
      it.behind().ifPresent(reason -> lines.add("- it would wait: " + sentence(reason)));
      verdicts.forEach(verdict -> lines.add(verdict(verdict)));
    }
  }

  private static String where(Outlook.Stop stop) {
    String at =
        stop.targets().isEmpty()
            ? "no target"
            : named(stop.targets().stream().map(TargetName::value).toList());
    return stop.inForce()
        .map(delivery ->
            "It would take the place of %s (%s) at %s."
                .formatted(
                    Code.of(delivery.id().toString(), SENTENCE_MAX),
                    Code.of(delivery.change().sha().abbreviated(), SENTENCE_MAX),
                    at))
        .orElseGet(() -> "It would be the first delivery there, at %s.".formatted(at));
  }

  private static String verdict(Outlook.Verdict verdict) {
    return "- %s %s: %s"
        .formatted(
            Code.of(verdict.guardrail().value(), SENTENCE_MAX),
            word(verdict.verdict()),
            sentence(verdict.because()));
  }

  private static String word(GuardrailVerdict verdict) {
    return switch (verdict) {
      case PASS -> "passes";
      case FAIL -> "**fails**";
      case PENDING -> "would wait";
      case INCONCLUSIVE -> "cannot be told";
    };
  }

  private static String sentence(Reason because) {
    return Code.of(because.sentence(), SENTENCE_MAX);
  }

  private static String named(List<String> names) {
    String first =
        names.stream()
            .limit(NAMED_MAX)
            .map(name -> Code.of(name, SENTENCE_MAX))
            .collect(Collectors.joining(", "));
    return names.size() > NAMED_MAX
        ? "%s and %d more".formatted(first, names.size() - NAMED_MAX)
        : first;
  }

  /** Names of applications are letters, digits and hyphens, so nothing of them ends a link. */
  private List<String> links(List<Place> places) {
    return link.stream()
        .flatMap(base ->
            places.stream()
                .map(place -> place.stop().at().application())
                .distinct()
                .limit(LINKS_MAX)
                .map(application -> "<%s/apps/%s>".formatted(base, application)))
        .toList();
  }

  private static String fitting(List<String> lines, List<String> links) {
    String more = links.isEmpty() ? "" : "\n\nMore: " + String.join(" ", links);
    String shortened =
        "\n\n**Shortened:** %d more lines have no room here."; // with a number of up to 10 digits
    int room = LENGTH_MAX - more.length() - shortened.length() - 10;
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < lines.size(); at++) {
      if (text.length() + lines.get(at).length() + 1 > room) {
        return text.toString().strip() + shortened.formatted(lines.size() - at) + more;
      }
      text.append(lines.get(at)).append('\n');
    }
    return text.toString().strip() + more;
  }

  /** How something differs, in a word. */
  static String word(How how) {
    return switch (how) {
      case ADDED -> "added";
      case REMOVED -> "**removed**";
      case CHANGED -> "changed";
    };
  }
}
