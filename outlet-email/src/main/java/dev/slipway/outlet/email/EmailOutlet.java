package dev.slipway.outlet.email;

import dev.slipway.model.ShipmentId;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.Pages;
import dev.slipway.outlet.Sentences;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.Visible;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A letter that says how it stands in its subject, and what led there below. Strings from outside
 * stand in it as plain text in one line each. Pure; thread-safe.
 *
 * @param link where people read about deliveries; absent where nobody said
 */
public record EmailOutlet(Optional<String> link) {

  private static final int SUBJECT_MAX = 150;
  private static final int LINE_MAX = 900;

  /** The letter. */
  public Letter letter(Telling telling) {
    return new Letter(
        telling.id(), thread(telling), Visible.of(subject(telling), SUBJECT_MAX), text(telling));
  }

  private static String subject(Telling telling) {
    return telling.rehearsal()
        ? "[slipway] a test"
        : "[slipway] %s %s"
            .formatted(place(telling.last()), Sentences.ending(telling.last().occasion()));
  }

  /** One for each change at each place, from the queue on, where it has no number yet. */
  private static Optional<String> thread(Telling telling) {
    return Optional.of(telling.last())
        .filter(_ -> !telling.rehearsal())
        .flatMap(last ->
            last.shipment()
                .map(ShipmentId::value)
                .or(() -> last.number().map(number -> Integer.toString(number)))
                .map(change ->
                    "%s.%s.%s.%s"
                        .formatted(
                            telling.organisation(),
                            last.placement().application(),
                            last.placement().environment(),
                            change)));
  }

  private String text(Telling telling) {
    String said = Visible.of(Sentences.of(telling), LINE_MAX) + "\n";
    String before =
        telling.happenings().size() == 1 || telling.rehearsal() ? "" : "\n" + course(telling);
    String where =
        Pages.ofDelivery(link, telling.last())
            .filter(_ -> !telling.rehearsal())
            .map(page -> "\n" + page + "\n")
            .orElse("");
    return said
        + before
        + where
        + "\n-- \nThe notification %s of Slipway sends you this.\n"
            .formatted(telling.notification());
  }

  private static String course(Telling telling) {
    return telling.happenings().stream()
        .map(each ->
            "%s  %s %s%s\n"
                .formatted(
                    each.at(), place(each), Sentences.ending(each.occasion()), because(each)))
        .collect(Collectors.joining());
  }

  private static String because(Happening happening) {
    return happening
        .because()
        .map(because -> ": " + Visible.of(because.sentence(), LINE_MAX))
        .orElse("");
  }

  private static String place(Happening happening) {
    return happening.placement() + happening.number().map(number -> "#" + number).orElse("");
  }
}
