package dev.slipway.outlet;

import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Occasion;

/**
 * What happened, in a sentence. What others say stands in it as they said it: whoever shows it has
 * to make it plain text. Stateless.
 */
public final class Sentences {

  private static final int SHA_SHOWN = 10;

  private Sentences() {}

  /** All that a message tells, by how it stands now. */
  public static String of(Telling telling) {
    if (telling.rehearsal()) {
      return "Slipway can tell you here. This message of the notification %s is a test, and nothing happened."
          .formatted(telling.notification());
    }
    Happening last = telling.last();
    String what = place(last) + commit(last) + " " + ending(last.occasion()) + ".";
    String why = last.because().map(because -> " " + because.sentence()).orElse("");
    return what + why + leftOut(telling.leftOut());
  }

  private static String place(Happening happening) {
    return happening.placement() + happening.number().map(number -> "#" + number).orElse("");
  }

  private static String commit(Happening happening) {
    return happening
        .sha()
        .map(
            sha -> " (" + sha.value().substring(0, Math.min(SHA_SHOWN, sha.value().length())) + ")")
        .orElse("");
  }

  /** How a sentence about a delivery ends that tells what became of it. */
  public static String ending(Occasion occasion) {
    return switch (occasion) {
      case QUEUED -> "is queued";
      case STARTED -> "has started";
      case WAITING_FOR_APPROVAL -> "waits for approval";
      case BYPASSED -> "goes past a guardrail";
      case STUCK -> "is stuck";
      case SETTLED -> "is in force";
      case FAILED -> "has failed";
      case CANCELLED -> "was cancelled";
      case ROLLED_BACK -> "has brought back what was in force before";
    };
  }

  private static String leftOut(int messages) {
    return switch (messages) {
      case 0 -> "";
      case 1 -> " One message before this one was left out.";
      default -> " %d messages before this one were left out.".formatted(messages);
    };
  }
}
