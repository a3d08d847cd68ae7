package dev.slipway.outlet.cdevents;

import dev.slipway.model.Digest;
import dev.slipway.model.notification.Cargo;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.cdevents.CdEvent.Own;
import dev.slipway.outlet.cdevents.CdEvent.Own.What;
import dev.slipway.outlet.cdevents.CdEvent.Run;
import dev.slipway.outlet.cdevents.CdEvent.Run.Stage;
import dev.slipway.outlet.cdevents.CdEvent.Served;
import dev.slipway.outlet.cdevents.CdEvent.Served.How;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened, in the words of CDEvents. A rollout is a run of a pipeline, which goes from the
 * queue of an environment to its end; an application there is a service, of which more is said once
 * it is in force.
 *
 * <pre>
 *   queued, started          pipelinerun.queued, pipelinerun.started
 *   settled                  service.deployed, upgraded or removed; pipelinerun.finished
 *   rolled back              service.rolledback; pipelinerun.finished
 *   failed, cancelled        pipelinerun.finished
 *   anything else            an event of our own
 * </pre>
 *
 * Stateless.
 */
final class Vocabulary {

  private Vocabulary() {}

  static List<CdEvent> of(Happening happening) {
    return switch (happening.occasion()) {
      case QUEUED -> List.of(run(Stage.QUEUED, happening));
      case STARTED -> List.of(run(Stage.STARTED, happening));
      case SETTLED -> inForce(happening, isFirst(happening) ? How.DEPLOYED : How.UPGRADED);
      case ROLLED_BACK -> inForce(happening, How.ROLLED_BACK);
      case FAILED -> List.of(run(Stage.FAILED, happening));
      case CANCELLED -> List.of(run(Stage.CANCELLED, happening));
      case WAITING_FOR_APPROVAL -> List.of(own(What.APPROVAL_REQUESTED, happening));
      case BYPASSED -> List.of(own(What.GUARDRAIL_BYPASSED, happening));
      case STUCK -> List.of(own(What.ROLLOUT_STUCK, happening));
    };
  }

  /** What is served has to be said of a service; where it is forgotten, only the run is told. */
  private static List<CdEvent> inForce(Happening happening, How how) {
    Optional<CdEvent> service = happening.cargo().map(cargo -> service(happening, cargo, how));
    return Stream.concat(service.stream(), Stream.of(run(Stage.SUCCEEDED, happening))).toList();
  }

  private static CdEvent service(Happening happening, Cargo cargo, How how) {
    return cargo
        .artifact()
        .<CdEvent>map(digest -> new Served(how, packageUrl(happening, cargo, digest)))
        .orElseGet(CdEvent.Removed::new);
  }

  private static boolean isFirst(Happening happening) {
    return happening.cargo().flatMap(Cargo::base).isEmpty();
  }

  /**
   * The tree of the commit, which is what is delivered, and its digest.
   *
   * @see <a href="https://github.com/package-url/purl-spec">Package URLs</a>
   */
  private static String packageUrl(Happening happening, Cargo cargo, Digest artifact) {
    return "pkg:generic/%s@%s?checksum=%s"
        .formatted(happening.placement().application(), cargo.sha(), artifact);
  }

  private static CdEvent run(Stage stage, Happening happening) {
    return new Run(stage, happening.because());
  }

  private static CdEvent own(What what, Happening happening) {
    return new Own(what, happening.because());
  }
}
