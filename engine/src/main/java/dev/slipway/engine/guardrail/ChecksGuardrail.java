package dev.slipway.engine.guardrail;

import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Checks.Reported;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks of its commit are green; each is a guardrail of its own, judged where its policy says.
 * They hold no rollback: what comes back was judged when it came first.
 *
 * <pre>
 *   green                                      PASS
 *   optional, and the delivery is forced       PASS, with what it passes over
 *   required and red                           FAIL
 *   anything else, within its time             PENDING
 *   anything else, after its time              FAIL
 * </pre>
 */
record ChecksGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    Optional<Shipment> shipment =
        d.world().deliveries().shipments().bringing(rollout.delivery().shipment());
    return shipment.stream()
        .flatMap(it -> Asked.of(d, rollout, it).stream())
        .filter(asked -> asked.at() == at)
        .map(asked -> judge(d, rollout, shipment.orElseThrow().force(), asked))
        .toList();
  }

  private static Judged judge(Deliberation d, RolloutState rollout, boolean forced, Asked asked) {
    Delivery delivery = rollout.delivery();
    ApplicationName application = delivery.id().placement().application();
    Sha sha = delivery.change().sha();
    Optional<Reported> reported = Optional.ofNullable(d.checks(application, sha).get(asked.name()));
    Instant deadline = CheckTimes.deadline(rollout, asked, reported);
    if (is(reported, CheckState.SUCCESS)) {
      return passed(asked, "check-green", "%s is green.".formatted(asked.name()));
    }
    if (forced && !asked.required()) {
      return passed(
          asked,
          "check-passed-over",
          "%s %s. It is optional, and the delivery was forced."
              .formatted(asked.name(), standing(reported, sha)));
    }
    if (asked.required() && reported.filter(it -> it.check().state().isRed()).isPresent()) {
      return failed(asked, "check-red", red(asked, reported, delivery));
    }
    return d.now().isBefore(deadline)
        ? pending(d, asked, reported, rollout, deadline)
        : failed(
            asked,
            "check-deadline",
            "%s %s by %s.%s %s"
                .formatted(
                    asked.name(),
                    standing(reported, sha),
                    deadline,
                    unread(d, application, sha),
                    afresh(delivery)));
  }

  private static boolean is(Optional<Reported> reported, CheckState state) {
    return reported.filter(it -> it.check().state() == state).isPresent();
  }

  private static String red(Asked asked, Optional<Reported> reported, Delivery delivery) {
    return "%s %s. %s"
        .formatted(asked.name(), standing(reported, delivery.change().sha()), afresh(delivery));
  }

  /** What an ended delivery's way back is. */
  private static String afresh(Delivery delivery) {
    return "Once it is green: slipway deploy %s --to %s --sha %s"
        .formatted(
            delivery.id().placement().application(),
            delivery.id().placement().environment(),
            delivery.change().sha());
  }

  private static Judged pending(
      Deliberation d,
      Asked asked,
      Optional<Reported> reported,
      RolloutState rollout,
      Instant deadline) {
    Delivery delivery = rollout.delivery();
    boolean red = reported.filter(it -> it.check().state().isRed()).isPresent();
    String code =
        red ? "check-optional-red" : reported.isEmpty() ? "check-absent" : "check-pending";
    Reason because =
        new Reason(
            code,
            "%s %s. It has until %s to be green.%s"
                .formatted(
                    asked.name(),
                    standing(reported, delivery.change().sha()),
                    deadline,
                    unread(d, delivery.id().placement().application(), delivery.change().sha())));
    return judged(
        asked,
        GuardrailVerdict.PENDING,
        because,
        Optional.of(deadline),
        Stream.concat(
                reported.filter(Reported::read).isPresent()
                    ? Stream.empty()
                    : Stream.of(report(asked, delivery)),
                asked.required() || !rollout.isWaiting()
                    ? Stream.empty()
                    : Stream.of(force(d, delivery)))
            .toList());
  }

  /** That nobody knows better at present. */
  private static String unread(Deliberation d, ApplicationName application, Sha sha) {
    return d.world()
        .checks()
        .unread(application, sha)
        .map(because -> " Checks cannot be read at present: " + because.sentence())
        .orElse("");
  }

  private static String standing(Optional<Reported> reported, Sha sha) {
    return reported
        .map(it ->
            switch (it.check().state()) {
              case PENDING -> "is still on its way for %s";
              case SUCCESS -> "is green for %s";
              case FAILURE -> "is red for %s";
              case ERROR -> "could not be carried out for %s";
            })
        .orElse("was not reported for %s")
        .formatted(sha.abbreviated());
  }

  private static Way report(Asked asked, Delivery delivery) {
    ApplicationName application = delivery.id().placement().application();
    return new Way(
        Role.REPORTER,
        "Whoever is %s of %s, such as its build server"
            .formatted(Role.REPORTER.name().toLowerCase(Locale.ROOT), application),
        "slipway check %s --sha %s --name %s --state success"
            .formatted(application, delivery.change().sha(), Quoted.word(asked.name().value())));
  }

  private static Way force(Deliberation d, Delivery delivery) {
    return new Way(
        Role.DEPLOYER,
        "Whoever may deploy to %s".formatted(delivery.id().placement()),
        "slipway deploy %s --to %s --sha %s --force%s"
            .formatted(
                delivery.id().placement().application(),
                delivery.id().placement().environment(),
                delivery.change().sha(),
                Confirmation.option(d, delivery.id().placement().environment())));
  }

  private static Judged passed(Asked asked, String code, String sentence) {
    return Judged.pass(asked.guardrail(), new Reason(code, sentence), asked.policy());
  }

  private static Judged failed(Asked asked, String code, String sentence) {
    return judged(
        asked, GuardrailVerdict.FAIL, new Reason(code, sentence), Optional.empty(), List.of());
  }

  private static Judged judged(
      Asked asked,
      GuardrailVerdict verdict,
      Reason because,
      Optional<Instant> again,
      List<Way> ways) {
    return new Judged(
        asked.guardrail(), verdict, because, asked.policy(), again, Optional.empty(), ways);
  }
}
