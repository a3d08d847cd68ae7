package dev.slipway.engine.intake;

import dev.slipway.codec.Digests;
import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Firing.Cargo;
import dev.slipway.engine.trigger.News;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.SourceName;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Shipment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which triggers of an application some news would fire now, and why not the others. It is decided
 * as it would be, and nothing of it is kept. What the news bring along is not known: they are
 * judged by the definition that is given.
 */
public final class DryRun {

  private static final Sha SOME_COMMIT = new Sha("0".repeat(40));

  private DryRun() {}

  /**
   * What a trigger says.
   *
   * @param travel where its shipment would go, in order; empty when it makes none
   */
  public record Evaluation(TriggerName trigger, Verdict verdict, List<EnvironmentName> travel) {
    public Evaluation {
      travel = List.copyOf(travel);
    }
  }

  public static List<Evaluation> of(
      World world, ApplicationDefinition definition, News news, Instant now) {
    Deliberation d =
        new Deliberation(
            world,
            new Occasion(Optional.empty(), SourceName.COMMANDS, ActorId.SLIPWAY, List.of()),
            now);
    Map<TriggerName, List<EnvironmentName>> ways = new HashMap<>();
    if (unusable(news).isPresent()) {
      Firing.skip(d, definition.name(), definition.triggers(), _ -> unusable(news).orElseThrow());
    } else {
      Firing.fire(d, news, definition.triggers(), cargo(Along.of(d, definition)))
          .forEach(shipment -> ways.put(trigger(shipment), shipment.travel()));
    }
    return d.decision().entries().stream()
        .map(Draft::entry)
        .flatMap(DryRun::evaluated)
        .map(it ->
            new Evaluation(it.trigger(), it.verdict(), ways.getOrDefault(it.trigger(), List.of())))
        .toList();
  }

  private static Optional<Reason> unusable(News news) {
    return ref(news)
        .filter(ref -> !ref.isAutomatable())
        .map(ref ->
            new Reason("ref-not-automatable", "%s is shown, never acted upon.".formatted(ref)));
  }

  private static Optional<RefName> ref(News news) {
    return switch (news) {
      case News.Moved moved -> Optional.of(moved.ref());
      case News.Gone gone -> Optional.of(gone.ref());
      case News.ImagesMoved _, News.Announced _ -> Optional.empty();
    };
  }

  private static Cargo cargo(ApplicationDefinition definition) {
    Artifact archive =
        new Artifact.CommitArchive(
            definition.repository().orElseGet(() -> new RepositoryUrl("/dev/null")),
            SOME_COMMIT,
            Digests.sha256("some commit".getBytes(StandardCharsets.UTF_8)));
    return new Cargo(
        new Change(SOME_COMMIT, Optional.empty(), archive),
        definition,
        new Inputs(new Origin.Commit(SOME_COMMIT), ""),
        trigger -> Identities.shipment(definition.name(), trigger, "dry run", "dry run"));
  }

  private static TriggerName trigger(Shipment shipment) {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Trigger by -> by.trigger();
      case Shipment.MadeBy.Joining _,
          Shipment.MadeBy.Campaign _,
          Shipment.MadeBy.Request _,
          Shipment.MadeBy.Rollback _ ->
          throw new IllegalStateException("A trigger made " + shipment.id());
    };
  }

  private static Stream<TriggerEvaluated> evaluated(Entry entry) {
    return entry instanceof TriggerEvaluated it ? Stream.of(it) : Stream.of();
  }
}
