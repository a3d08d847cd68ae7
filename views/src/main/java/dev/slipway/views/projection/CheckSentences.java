package dev.slipway.views.projection;

import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.Check;
import java.util.Locale;
import java.util.stream.Collectors;

/** What checks came to, as somebody said or as it was read. Stateless. */
final class CheckSentences {

  private CheckSentences() {}

  static String of(CheckReported it) {
    return "Check "
        + it.check().name()
        + " of "
        + Sentences.brief(it.sha())
        + " is "
        + it.check().state().name().toLowerCase(Locale.ROOT)
        + ".";
  }

  static String of(Event.ChecksHinted it) {
    return "Checks of " + Sentences.brief(it.sha()) + " in " + it.repository() + " may have moved.";
  }

  static String of(ChecksRead it) {
    String of = " of " + Sentences.brief(it.sha());
    if (it.unread().isPresent()) {
      return "Checks" + of + " cannot be read: " + it.unread().orElseThrow().sentence();
    }
    return it.checks().isEmpty()
        ? "Checks" + of + " can be read again."
        : "Checks" + of + " were read: " + states(it) + ".";
  }

  private static String states(ChecksRead it) {
    return it.checks().stream().map(CheckSentences::state).collect(Collectors.joining(", "));
  }

  private static String state(Check check) {
    return check.name() + " is " + check.state().name().toLowerCase(Locale.ROOT);
  }
}
