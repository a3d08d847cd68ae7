package dev.slipway.aggregation;

import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Optional;

/** What people are told of conflicts: both documents, their lines and owners, and a way out. */
public final class Wording {

  private Wording() {}

  public static Reason of(Placement placement, Conflict conflict) {
    return switch (conflict) {
      case Conflict.Requirements c ->
          new Reason(
              "requirements-differ",
              "%s: %s requires %s, and %s requires %s. Nothing is taken in until they agree."
                  .formatted(
                      path(placement, c.service(), c.name()),
                      by(placement, c.one().voice()),
                      Written.of(c.name(), c.one().value()),
                      by(placement, c.other().voice()),
                      Written.of(c.name(), c.other().value())));
      case Conflict.Defaults c ->
          new Reason(
              "defaults-differ",
              "%s: %s sets %s, %s sets %s, and %s says nothing. Let it say one, or narrow one overlay."
                  .formatted(
                      path(placement, c.service(), c.name()),
                      by(placement, c.one().voice()),
                      Written.of(c.name(), c.one().value()),
                      by(placement, c.other().voice()),
                      Written.of(c.name(), c.other().value()),
                      placement.application()));
      case Conflict.OpenAndSecret c ->
          new Reason(
              "variable-and-secret",
              "%s: it is a variable by %s, and a secret by %s. Give it one of the two."
                  .formatted(
                      path(placement, c.service(), c.name()),
                      by(placement, c.open().voice()),
                      by(placement, c.secret().voice())));
      case Conflict.Beyond c ->
          new Reason(
              "beyond-limit",
              "%s is %s; %s allows %s."
                  .formatted(
                      path(placement, c.service(), c.name()),
                      c.word()
                          .map(word ->
                              "%s by %s"
                                  .formatted(
                                      Written.of(c.name(), word.value()),
                                      by(placement, word.voice())))
                          .orElse("not limited by anybody"),
                      c.limit().overlay().at(c.limit().bound().line()),
                      allowed(c.limit().bound())));
    };
  }

  /** Why a policy does not let an application be so; empty when it does. */
  public static Optional<Reason> of(Placement placement, Ruling ruling) {
    return ruling.breaches().stream()
        .findFirst()
        .map(breach -> of(placement, ruling, breach, ruling.breaches().size() - 1));
  }

  /** Every reason why a policy does not let an application be so. */
  public static List<Reason> all(Placement placement, Ruling ruling) {
    return ruling.breaches().stream().map(breach -> of(placement, ruling, breach, 0)).toList();
  }

  private static Reason of(Placement placement, Ruling ruling, Ruling.Breach breach, int more) {
    String service = "services.%s of %s".formatted(breach.service(), placement);
    String rule = ruling.policy().at(breach.rule().line());
    String others =
        switch (more) {
          case 0 -> "";
          case 1 -> " The same policy says no once more.";
          default -> " The same policy says no %d more times.".formatted(more);
        };
    return breach
        .unclear()
        .map(because ->
            new Reason(
                "policy-unclear",
                "%s cannot be judged by %s: %s. What cannot be judged is not let through.%s"
                    .formatted(service, rule, because, others)))
        .orElseGet(() ->
            new Reason(
                "policy-violated",
                "%s: %s So says %s, by '%s'.%s"
                    .formatted(
                        service,
                        sentence(breach.rule().message()),
                        rule,
                        breach.rule().must().strip().replaceAll("\\s+", " "),
                        others)));
  }

  private static String sentence(String message) {
    return message.endsWith(".") || message.endsWith("!") ? message : message + ".";
  }

  /** What a limit allows, such as {@code 1 to 10}. */
  public static String allowed(Bound bound) {
    return switch (bound) {
      case Bound.Range range ->
          range(
              range.least().map(least -> Written.of(range.name(), least)),
              range.most().map(most -> Written.of(range.name(), most)));
      case Bound.OneOf(SettingName _, List<String> words, int _) -> String.join(" or ", words);
      case Bound.Total total ->
          "at most %s in all"
              .formatted(Written.of(total.name(), new SettingValue.Amount(total.most())));
    };
  }

  private static String range(Optional<String> least, Optional<String> most) {
    if (least.isPresent() && most.isPresent()) {
      return least.orElseThrow() + " to " + most.orElseThrow();
    }
    return least
        .map(from -> "at least " + from)
        .or(() -> most.map(to -> "at most " + to))
        .orElse("");
  }

  private static String path(Placement placement, ServiceName service, SettingName name) {
    return "services.%s.%s of %s".formatted(service, name, placement);
  }

  /** Who says something, on which line, such as {@code application/shop line 5}. */
  public static String by(Placement placement, Voice voice) {
    return switch (voice) {
      case Voice.Standard _ -> "Slipway, for nobody says anything";
      case Voice.Default by -> by.overlay().at(by.line());
      case Voice.Requirement by -> by.overlay().at(by.line());
      case Voice.Own(Optional<Integer> line) ->
          "application/%s%s"
              .formatted(placement.application(), line.map(number -> " line " + number).orElse(""));
      case Voice.OwnPart part ->
          "application/%s line %d".formatted(placement.application(), part.line());
    };
  }
}
