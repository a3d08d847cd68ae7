package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Document;
import dev.slipway.model.need.Answer;
import java.util.List;
import java.util.Optional;

/** Whether whoever applies documents may write every one of them. */
final class Writers {

  private Writers() {}

  /**
   * Why not; empty when it may, and while it has to be asked whom the actor stands for. That is
   * asked only where it matters.
   */
  static Optional<Reason> refusal(Deliberation d, List<Document> documents) {
    List<Document> owned =
        documents.stream()
            .filter(it ->
                Authority.mayWrite(d.organisationWide(), d.actor(), it)
                    instanceof Judgement.Refused)
            .toList();
    if (owned.isEmpty()) {
      return Optional.empty();
    }
    return switch (Told.person(d, d.actor())) {
      case Told.Open<Answer.Person> _ -> Optional.empty();
      case Told.Known<Answer.Person> known -> refusal(d, known.answer().person(), owned);
      case Told.Unusable<Answer.Person>(Reason because) -> Optional.of(because);
      case Told.Unavailable<Answer.Person>(Reason because) -> Optional.of(because);
    };
  }

  private static Optional<Reason> refusal(
      Deliberation d, ActorId person, List<Document> documents) {
    return documents.stream()
        .map(it -> Authority.mayWrite(d.organisationWide(), d.actor(), person, it))
        .flatMap(judgement ->
            judgement instanceof Judgement.Refused(Reason because)
                ? Optional.of(because).stream()
                : Optional.<Reason>empty().stream())
        .findFirst();
  }
}
