package dev.slipway.loop.pulls;

import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.Outlook.Finding;
import dev.slipway.outlet.Foretold;
import dev.slipway.views.difference.Differs;
import dev.slipway.views.difference.FieldDifference;
import dev.slipway.views.difference.ServiceDifference;
import dev.slipway.views.difference.StateDifference;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was looked ahead at, as it is told to whoever reads a pull request. Pure. */
final class Foretelling {

  /** Where a secret is found is nothing for everybody who may read the page. */
  private static final Pattern SECRET = Pattern.compile("(releases\\.[0-9]+\\.)?secrets\\..*");

  private static final String UNAVAILABLE = "source-unavailable";

  private Foretelling() {}

  /** What is told of the places that are wanted. */
  static Foretold of(Sha commit, Wanted wanted, List<Outlook> outlooks) {
    return new Foretold(
        commit,
        outlooks.stream()
            .flatMap(outlook -> outlook.stops().stream())
            .filter(stop -> wanted.places().contains(stop.at()))
            .map(Foretelling::place)
            .toList());
  }

  /** Whether something could not be asked that has to be known; then nothing is told. */
  static boolean isUnknown(Foretold foretold) {
    return foretold.places().stream()
        .map(place -> place.stop().finding())
        .anyMatch(finding ->
            finding instanceof Finding.Refused refused
                && refused.because().stream().anyMatch(it -> it.code().equals(UNAVAILABLE)));
  }

  /** Whether it may become another by itself, as when checks turn green. */
  static boolean isPassing(Foretold foretold) {
    return foretold.places().stream()
        .map(place -> place.stop().finding())
        .anyMatch(finding ->
            switch (finding) {
              case Finding.Refused _ -> true;
              case Finding.Deliverable it ->
                  it.behind().isPresent()
                      || it.verdicts().stream()
                          .anyMatch(verdict -> verdict.verdict() != GuardrailVerdict.PASS);
            });
  }

  private static Foretold.Place place(Outlook.Stop stop) {
    return new Foretold.Place(
        stop,
        switch (stop.finding()) {
          case Finding.Refused _ -> List.of();
          case Finding.Deliverable it ->
              StateDifference.between(stop.inForce().map(Delivery::state), it.state()).stream()
                  .map(Foretelling::service)
                  .toList();
        });
  }

  private static Foretold.Service service(ServiceDifference service) {
    return new Foretold.Service(
        service.service(),
        how(service.how()),
        service.fields().stream().map(Foretelling::field).toList());
  }

  private static Foretold.Field field(FieldDifference field) {
    boolean secret = SECRET.matcher(field.field()).matches();
    return new Foretold.Field(
        field.field(),
        how(field.how()),
        secret ? Optional.empty() : field.from(),
        secret ? Optional.empty() : field.to());
  }

  private static Foretold.How how(Differs how) {
    return switch (how) {
      case ADDED -> Foretold.How.ADDED;
      case REMOVED -> Foretold.How.REMOVED;
      case CHANGED -> Foretold.How.CHANGED;
    };
  }
}
