package dev.slipway.engine.authority;

import dev.slipway.engine.fold.Actors.Grant;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Histories;
import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.guardrail.Lock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what, from the roles in the ledger.
 *
 * <pre>
 *   viewer     reads
 *   reporter   … says what checks of an application came to, and at which version resources are
 *   deployer   … deploys, continues, settles, excludes, cancels, pauses, resumes, rolls back,
 *              locks; says what other tools deployed; pauses and resumes targets; orders queues, and lets them pass what failed;
 *              releases its own locks
 *   approver   … approves
 *   owner      … declares applications, environments, targets; ends what runs of removed ones;
 *              lets runs of CI systems in;
 *              removes targets; enrols agents;
 *              sets and removes secrets; releases any lock; says who belongs to which group;
 *              lets deliveries pass a limit, and bypass guardrails
 *   admin      … issues and revokes tokens; writes owners, notifications, any overlay and policy
 *   agent      nothing but its reports
 * </pre>
 *
 * Owners may write overlays, policies and applications as far as it was given to them, whatever the
 * roles of their members. A role reaches as far as its scope. Slipway itself may do all. An actor
 * without a role may do nothing.
 */
public final class Authority {

  /** The code of every refusal for want of a right. */
  public static final String NOT_ALLOWED = "not-allowed";

  private Authority() {}

  /** Whether an actor may have a command carried out. */
  public static Judgement judge(World world, ActorId actor, Command command) {
    return switch (command) {
      case Command.Deploy c -> mayDeploy(world, actor, Destinations.of(world, c));
      case Command.Ship c -> mayDeploy(world, actor, Destinations.of(world, c));
      case Command.CancelSet c -> mayDeploy(world, actor, Destinations.of(world, c.set()));
      case Command.RollbackSet c -> mayDeploy(world, actor, Destinations.of(world, c.set()));
      case Command.Settle c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.delivery().placement()));
      case Command.Continue c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.delivery().placement()));
      case Command.Exclude c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.delivery().placement()));
      case Command.Cancel c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.delivery().placement()));
      case Command.MoveQueued c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.placement()));
      case Command.RemoveQueued c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.placement()));
      case Command.PassFailure c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.delivery().placement()));
      case Command.PassLimit c ->
          mayDeclare(world, actor, new Scope.OfEnvironment(c.delivery().placement().environment()));
      case Command.Bypass c ->
          mayDeclare(world, actor, new Scope.OfEnvironment(c.delivery().placement().environment()));
      case Command.Pause c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.placement()));
      case Command.Resume c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.placement()));
      case Command.Rollback c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.placement()));
      case Command.CancelShipment c -> may(world, actor, Role.DEPLOYER, Destinations.of(world, c));
      case Command.AddApplication _ -> mayAdd(world, actor);
      case Command.Apply c -> mayApply(world, actor, c.documents());
      case Command.RevertOverlay c ->
          mayRevert(world, actor, world.declared().overlay(c.overlay()));
      case Command.RevertPolicy c -> mayRevert(world, actor, world.declared().policy(c.policy()));
      case Command.Campaigns c -> mayRevert(world, actor, SentOverlay.of(world, c.wish()));
      case Command.AddMember _, Command.RemoveMember _ ->
          mayDeclare(world, actor, new Scope.Everything());
      case Command.RemoveApplication c ->
          mayDeclare(world, actor, new Scope.OfApplication(c.application()));
      case Command.StopRemoved c -> mayDeclare(world, actor, new Scope.OfPlacement(c.placement()));
      case Command.EnrolAgent c ->
          mayDeclare(world, actor, new Scope.OfEnvironment(c.target().environment()));
      case Command.PauseTarget c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfEnvironment(c.target().environment()));
      case Command.ResumeTarget c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfEnvironment(c.target().environment()));
      case Command.RemoveTarget c ->
          mayDeclare(world, actor, new Scope.OfEnvironment(c.target().environment()));
      case Command.Approve c -> mayJudge(world, actor, Role.APPROVER, c.delivery().placement());
      case Command.Reject c -> mayJudge(world, actor, Role.APPROVER, c.delivery().placement());
      case Command.SetLock c -> may(world, actor, Role.DEPLOYER, c.scope());
      case Command.ReleaseLock c -> mayRelease(world, actor, c);
      case Command.ReportCheck c ->
          may(world, actor, Role.REPORTER, new Scope.OfApplication(c.application()));
      case Command.RecordExternal c ->
          may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(c.report().placement()));
      case Command.Secrets c ->
          mayDeclare(world, actor, new Scope.OfEnvironment(c.wish().environment()));
      case Command.Trusts c -> mayTrust(world, actor, c.wish());
      case Command.TellResource _ -> mayHere(world, actor, Role.VIEWER);
      case Command.IssueToken _, Command.RevokeToken _, Command.RemoveNotification _ ->
          may(world, actor, Role.ADMIN, new Scope.Everything());
    };
  }

  /** Whether an actor may deploy to all of these; where there are none, to everything. */
  private static Judgement mayDeploy(World world, ActorId actor, List<Placement> places) {
    return places.isEmpty()
        ? may(world, actor, Role.DEPLOYER, new Scope.Everything())
        : places.stream()
            .map(place -> may(world, actor, Role.DEPLOYER, new Scope.OfPlacement(place)))
            .filter(Judgement.Refused.class::isInstance)
            .findFirst()
            .orElseGet(Judgement.Allowed::new);
  }

  /** Whether an actor may see what lies in a scope. */
  public static Judgement mayRead(World world, ActorId actor, Scope scope) {
    return may(world, actor, Role.VIEWER, scope);
  }

  /**
   * Whether an actor may have the past replayed, which costs work. Where the role reaches does not
   * matter, for nothing beyond it is shown.
   */
  public static Judgement mayReplay(World world, ActorId actor) {
    return mayHere(world, actor, Role.DEPLOYER);
  }

  /**
   * Whether an actor's role is enough to say at which version a resource is. Who belongs to its
   * owner may say so too, with any role: that is a question of people, and answered elsewhere.
   */
  public static Judgement mayTell(World world, ActorId actor, Command.TellResource command) {
    Scope scope =
        command.environment().<Scope>map(Scope.OfEnvironment::new).orElseGet(Scope.Everything::new);
    return may(world, actor, Role.REPORTER, scope);
  }

  /** Whether an actor has a role, wherever that reaches. */
  private static Judgement mayHere(World world, ActorId actor, Role needed) {
    Scope own = world.actors().grant(actor).map(Grant::scope).orElseGet(Scope.Everything::new);
    return may(world, actor, needed, own);
  }

  /** Whether an actor may declare what lies in a scope. */
  public static Judgement mayDeclare(World world, ActorId actor, Scope scope) {
    return may(world, actor, Role.OWNER, scope);
  }

  /**
   * The name of the application is in its repository, so its scope is judged once that was read.
   */
  private static Judgement mayAdd(World world, ActorId actor) {
    Optional<Grant> grant = world.actors().grant(actor);
    return grant
        .map(Grant::scope)
        .filter(scope -> scope instanceof Scope.OfApplication)
        .map(scope -> mayDeclare(world, actor, scope))
        .orElseGet(() -> mayDeclare(world, actor, new Scope.Everything()));
  }

  /** Whether an actor's word counts where this role is asked for. */
  public static Judgement mayJudge(World world, ActorId actor, Role needed, Placement placement) {
    return may(world, actor, needed, new Scope.OfPlacement(placement));
  }

  /** Whoever locked may unlock; another takes an owner. An unknown lock could be anywhere. */
  private static Judgement mayRelease(World world, ActorId actor, Command.ReleaseLock command) {
    Optional<Lock> lock = world.locks().lock(command.lock());
    Scope scope = lock.map(Lock::scope).orElseGet(Scope.Everything::new);
    boolean own = lock.filter(l -> l.owner().equals(actor)).isPresent();
    return may(world, actor, own || lock.isEmpty() ? Role.DEPLOYER : Role.OWNER, scope);
  }

  private static Judgement mayApply(World world, ActorId actor, List<Document> documents) {
    for (Document document : documents) {
      Judgement judgement = mayBeWritten(world, actor, Optional.empty(), document);
      if (judgement instanceof Judgement.Refused) {
        return judgement;
      }
    }
    return documents.isEmpty()
        ? mayDeclare(world, actor, new Scope.Everything())
        : new Judgement.Allowed();
  }

  /**
   * Whoever may declare what runs may deploy to lets them in; which one is let in, Slipway says.
   */
  private static Judgement mayTrust(World world, ActorId actor, TrustWish wish) {
    return switch (wish) {
      case TrustWish.Give give -> mayDeclare(world, actor, give.terms().scope());
      case TrustWish.Withdraw withdraw ->
          mayDeclare(world, actor, world.actors().trusts().scope(withdraw.trust()));
      case TrustWish.Exchange _ -> may(world, actor, Role.ADMIN, new Scope.Everything());
    };
  }

  /** Whoever may write what it is now; of one that nobody knows, only admins hear. */
  private static Judgement mayRevert(
      World world, ActorId actor, Optional<? extends Revisions<?>> known) {
    return known.isPresent()
        ? mayBeWritten(
            world, actor, Optional.empty(), Histories.written(known.orElseThrow().current()))
        : may(world, actor, Role.ADMIN, new Scope.Everything());
  }

  /** Whether an actor may write a document by its role alone. */
  public static Judgement mayWrite(World world, ActorId actor, Document document) {
    return may(world, actor, roleFor(document), scopeOf(document));
  }

  /** Whether an actor may write a document by its role, or as whom it stands for. */
  public static Judgement mayWrite(World world, ActorId actor, ActorId person, Document document) {
    return mayBeWritten(world, actor, Optional.of(person), document);
  }

  private static Judgement mayBeWritten(
      World world, ActorId actor, Optional<ActorId> person, Document document) {
    Judgement byRole = mayWrite(world, actor, document);
    boolean acts =
        world.actors().grant(actor).filter(held -> held.role() != Role.AGENT).isPresent();
    return byRole instanceof Judgement.Refused && acts
        ? Ownership.judge(world, person, document, byRole)
        : byRole;
  }

  private static Scope scopeOf(Document document) {
    return switch (document) {
      case Document.OfApplication d -> new Scope.OfApplication(d.definition().name());
      case Document.OfEnvironment d -> new Scope.OfEnvironment(d.definition().name());
      case Document.OfTarget d -> new Scope.OfEnvironment(d.definition().id().environment());
      case Document.OfEnvironmentGroup _,
          Document.OfLabelledTarget _,
          Document.OfResource _,
          Document.OfOverlay _,
          Document.OfPolicy _,
          Document.OfNotification _,
          Document.OfOwner _ ->
          new Scope.Everything();
    };
  }

  /** What is said of others' applications is for whoever may do everything. */
  private static Role roleFor(Document document) {
    return switch (document) {
      case Document.OfApplication _,
          Document.OfEnvironment _,
          Document.OfEnvironmentGroup _,
          Document.OfLabelledTarget _,
          Document.OfTarget _,
          Document.OfResource _ ->
          Role.OWNER;
      case Document.OfOverlay _,
          Document.OfPolicy _,
          Document.OfNotification _,
          Document.OfOwner _ ->
          Role.ADMIN;
    };
  }

  private static Judgement may(World world, ActorId actor, Role needed, Scope scope) {
    if (actor.equals(ActorId.SLIPWAY)) {
      return new Judgement.Allowed();
    }
    Optional<Grant> grant = world.actors().grant(actor);
    if (grant.isEmpty()) {
      return Judgement.refused("%s has no role here.".formatted(actor));
    }
    Grant held = grant.orElseThrow();
    if (held.role() == Role.AGENT || held.role().compareTo(needed) < 0) {
      return Judgement.refused(
          "It takes the role %s, and %s is %s.".formatted(word(needed), actor, word(held.role())));
    }
    return Scopes.covers(held.scope(), scope)
        ? new Judgement.Allowed()
        : Judgement.refused(
            "The role of %s reaches %s only, not %s."
                .formatted(actor, Scopes.words(held.scope()), Scopes.words(scope)));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
