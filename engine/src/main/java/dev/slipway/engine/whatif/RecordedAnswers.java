package dev.slipway.engine.whatif;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Histories;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.CampaignId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.PinnedImage;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Shipment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Answers needs by what really followed from the same cause. Where nothing was recorded, it says
 * what is assumed; it never says that a source could not be asked, for asking again would not help.
 */
final class RecordedAnswers {

  private static final Reason NEVER_READ =
      new Reason("never-read", "The ledger does not say what a source would have answered.");

  private final Recollection recalled;
  private final Supposition supposed;
  private final Assumptions assumed;

  RecordedAnswers(Recollection recalled, Supposition supposed, Assumptions assumed) {
    this.recalled = recalled;
    this.supposed = supposed;
    this.assumed = assumed;
  }

  /** What is said to a need that a cause brings up. */
  Answer answer(World world, Need need, Position cause) {
    return switch (need) {
      case Need.HeadsOf heads -> heads(world, heads.repository(), cause);
      case Need.CommitOf _ -> commit(cause);
      case Need.SourceAt source -> source(world, source, cause);
      case Need.Contains contains -> {
        assumed.make(Assumptions.ANCESTRY);
        yield new Answer.Contained(recalled.wasHeld(contains.commit()));
      }
      case Need.AuthorsOf _ ->
          new Answer.Authors(
              approval(cause)
                  .filter(ApprovalGiven::self)
                  .map(word -> Set.of(word.person()))
                  .orElseGet(Set::of),
              0);
      case Need.PersonOf person -> new Answer.Person(person(world, cause, person.actor()), true);
      case Need.OrdersTaken _ -> {
        assumed.make(Assumptions.PRESENCE);
        yield new Answer.Taken(false, Optional.empty());
      }
      // What was read is in the record by itself, and is taken over from there.
      case Need.ChecksOf _ -> new Answer.Unusable(NEVER_READ);
      case Need.DeploymentOf _ -> {
        assumed.make(Assumptions.DEPLOYMENT);
        yield new Answer.Deployment(new DeploymentWord.There(Assumptions.DEPLOYMENT));
      }
      case Need.ImageOf of -> image(world, of.source(), cause);
      case Need.LastHeard _ -> {
        assumed.make(Assumptions.PRESENCE);
        yield new Answer.Unusable(NEVER_READ);
      }
    };
  }

  private Answer heads(World world, RepositoryUrl repository, Position cause) {
    TreeMap<RefName, Head> heads = new TreeMap<>();
    world.heads(repository).forEach(head -> heads.put(head.ref(), head));
    recalled
        .followed(cause, HeadMoved.class)
        .filter(moved -> moved.repository().equals(repository))
        .forEach(moved -> heads.put(moved.ref(), new Head(moved.ref(), Optional.of(moved.sha()))));
    recalled
        .followed(cause, HeadGone.class)
        .filter(gone -> gone.repository().equals(repository))
        .forEach(gone -> heads.put(gone.ref(), new Head(gone.ref(), Optional.empty())));
    return new Answer.Heads(heads.values().stream().toList());
  }

  /** What it became from this very cause; else what it was, as far as is known. */
  private Answer image(World world, ImageSource source, Position cause) {
    return recalled
        .followed(cause, ImageMoved.class)
        .filter(moved -> moved.source().equals(source))
        .map(moved ->
            new PinnedImage(source.repository(), moved.tag(), moved.digest(), moved.rebased()))
        .findFirst()
        .or(() ->
            world.declared().applications().keySet().stream()
                .flatMap(name -> world.images().pinned(name, source).stream())
                .findFirst())
        .<Answer>map(Answer.Image::new)
        .orElseGet(() -> new Answer.Unusable(NEVER_READ));
  }

  private Answer commit(Position cause) {
    Stream<Answer> shipped =
        recalled
            .followed(cause, ShipmentMade.class)
            .map(ShipmentMade::shipment)
            .map(Shipment::change)
            .map(change -> new Answer.Commit(change.sha(), change.ref()));
    Stream<Answer> fixed =
        recalled
            .followed(cause, HoldFixed.class)
            .map(fix -> new Answer.Commit(fix.fixedBy(), Optional.empty()));
    return Stream.concat(shipped, fixed)
        .findFirst()
        .orElseGet(() -> new Answer.Unusable(NEVER_READ));
  }

  private Answer source(World world, Need.SourceAt need, Position cause) {
    Artifact artifact =
        recalled.artifact(need.sha()).orElseGet(() -> neverRead(need.repository(), need.sha()));
    Optional<ApplicationState> application = asked(world, need);
    if (application.isEmpty()) {
      return new Answer.Source(Optional.empty(), artifact);
    }
    ApplicationDefinition inForce = application.orElseThrow().definition();
    ApplicationName name = inForce.name();
    if (supposed.application(name).isPresent()) {
      assumed.make(Assumptions.DOCUMENT);
      return new Answer.Source(supposed.application(name), artifact);
    }
    Optional<Reason> invalid = invalid(cause, name);
    return invalid.isPresent()
        ? new Answer.Unusable(invalid.orElseThrow())
        : new Answer.Source(
            Optional.of(recalled.definition(name, need.sha()).orElse(inForce)), artifact);
  }

  private static Optional<ApplicationState> asked(World world, Need.SourceAt need) {
    return world.declared().applications().values().stream()
        .filter(it -> it.definition().repository().filter(need.repository()::equals).isPresent())
        .filter(it -> need.path().isPresent() && it.documentPath().equals(need.path()))
        .findFirst();
  }

  private Optional<Reason> invalid(Position cause, ApplicationName application) {
    return recalled
        .followed(cause, TriggerEvaluated.class)
        .filter(evaluated -> evaluated.application().equals(application))
        .map(evaluated -> evaluated.verdict())
        .filter(Verdict.Skipped.class::isInstance)
        .map(Verdict::because)
        .filter(because -> because.code().equals("definition-invalid"))
        .findFirst();
  }

  /** A name of its own for what nobody ever looked at. */
  private Artifact neverRead(RepositoryUrl repository, Sha sha) {
    assumed.make(Assumptions.CONTENT);
    String text = "never read: " + repository + " " + sha;
    return new Artifact.CommitArchive(
        repository, sha, Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<ApprovalGiven> approval(Position cause) {
    return recalled.followed(cause, ApprovalGiven.class).findFirst();
  }

  private ActorId person(World world, Position cause, ActorId actor) {
    return approval(cause)
        .filter(word -> word.by().equals(actor))
        .map(ApprovalGiven::person)
        .or(() -> member(world, cause))
        .orElse(actor);
  }

  /**
   * Whoever had an owner's document be again what it was, or sent it, could do so, by their role or
   * as somebody who belongs to the owner. Whom they stand for nobody wrote down.
   */
  private Optional<ActorId> member(World world, Position cause) {
    Optional<Owned> restored =
        Stream.concat(
                Stream.concat(
                        recalled
                            .followed(cause, OverlayDeclared.class)
                            .map(OverlayDeclared::revision),
                        recalled
                            .followed(cause, PolicyDeclared.class)
                            .map(PolicyDeclared::revision))
                    .<Owned>map(Revision::definition),
                sent(world, cause))
            .findFirst();
    Optional<ActorId> member =
        restored.flatMap(document ->
            Histories.current(world.declared(), document)
                .map(present -> present.definition().owner())
                .flatMap(present ->
                    members(world, document.owner()).stream()
                        .filter(members(world, present)::contains)
                        .findFirst()));
    member.ifPresent(_ -> assumed.make(Assumptions.MEMBER));
    return member;
  }

  /** The overlay whose campaign somebody started, stopped or let go on. */
  private Stream<Owned> sent(World world, Position cause) {
    Stream<OverlayName> started =
        recalled.followed(cause, CampaignStarted.class).map(it -> it.campaign().overlay());
    Stream<CampaignId> known =
        Stream.concat(
            recalled.followed(cause, CampaignEnded.class).map(CampaignEnded::campaign),
            recalled.followed(cause, CampaignResumed.class).map(CampaignResumed::campaign));
    return Stream.concat(
            started,
            known
                .flatMap(id -> world.campaigns().of(id).stream())
                .map(it -> it.campaign().overlay()))
        .flatMap(overlay -> world.declared().overlay(overlay).stream())
        .map(overlay -> overlay.current().definition());
  }

  private static Set<ActorId> members(World world, OwnerName name) {
    return world
        .declared()
        .owner(name)
        .<Set<ActorId>>map(owner -> world.groups().members(owner.definition().group()))
        .orElseGet(Set::of);
  }
}
