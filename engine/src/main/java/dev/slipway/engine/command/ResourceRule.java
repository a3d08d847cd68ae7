package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ResourceState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.need.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Somebody says at which version a resource is: a person who belongs to its owner, or whoever
 * reports from there. What waits for it is looked at right away. It may go back as well, for a
 * database may be restored.
 */
final class ResourceRule {

  private ResourceRule() {}

  static Optional<Settlement> tell(Deliberation d, Command.TellResource wish) {
    Optional<ResourceState> known = d.organisationWide().declared().resource(wish.resource());
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-resource", "There is no resource %s.".formatted(wish.resource()));
    }
    if (wish.environment().filter(it -> d.environment(it).isEmpty()).isPresent()) {
      return Settlements.refused(
          "unknown-environment",
          "There is no environment %s.".formatted(wish.environment().orElseThrow()));
    }
    ResourceState resource = known.orElseThrow();
    return switch (Authority.mayTell(d.organisationWide(), d.actor(), wish)) {
      case Judgement.Allowed _ -> tell(d, wish, resource);
      case Judgement.Refused _ -> asMember(d, wish, resource);
    };
  }

  /** What counts is the person behind the credential. */
  private static Optional<Settlement> asMember(
      Deliberation d, Command.TellResource wish, ResourceState resource) {
    GroupName owner = resource.definition().owner();
    return switch (Told.person(d, d.actor())) {
      case Told.Open<Answer.Person> _ -> Settlements.open();
      case Told.Known<Answer.Person> known
          when d.organisationWide().groups().members(owner).contains(known.answer().person()) ->
          tell(d, wish, resource);
      case Told.Known<Answer.Person> _,
          Told.Unusable<Answer.Person> _,
          Told.Unavailable<Answer.Person> _ ->
          Settlements.refused(
              Authority.NOT_ALLOWED,
              "It takes somebody who belongs to %s, or the role reporter there.".formatted(owner));
    };
  }

  private static Optional<Settlement> tell(
      Deliberation d, Command.TellResource wish, ResourceState resource) {
    Reason so = new Reason("resource-told", sentence(wish));
    if (isKnown(wish, resource)) {
      return Settlements.nothing("resource-told-before", "That was said before: " + so.sentence());
    }
    d.write(new ResourceTold(wish.resource(), wish.environment(), wish.version(), d.actor()));
    waiting(d, wish.environment()).forEach(placement -> Advance.placement(d, placement));
    return Settlements.followed(so.code(), so.sentence());
  }

  private static boolean isKnown(Command.TellResource wish, ResourceState resource) {
    return wish.environment().isPresent()
        ? wish.environment().flatMap(resource::in).filter(wish.version()::equals).isPresent()
        : resource.single().isEmpty()
            && resource.everywhere().filter(wish.version()::equals).isPresent();
  }

  private static String sentence(Command.TellResource wish) {
    return "%s is at %s %s."
        .formatted(
            wish.resource(),
            wish.version(),
            wish.environment().map("in %s"::formatted).orElse("everywhere"));
  }

  private static List<Placement> waiting(Deliberation d, Optional<EnvironmentName> environment) {
    return d.world().deliveries().placements().entrySet().stream()
        .filter(at -> environment.filter(it -> !it.equals(at.getKey().environment())).isEmpty())
        .filter(at -> at.getValue().active().isPresent())
        .map(at -> at.getKey())
        .toList();
  }
}
