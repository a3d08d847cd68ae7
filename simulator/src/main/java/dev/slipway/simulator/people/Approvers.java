package dev.slipway.simulator.people;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.ledger.People.Handle;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.Protection;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.state.Delivery;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Three people who write commits and approve what others wrote, each under an address and a token;
 * and whoever says how many of them it takes, and whether they have to be of the trusted ones.
 */
public final class Approvers implements Townsfolk {

  public static final int COUNT = 3;

  private static final GroupName TRUSTED = new GroupName("trusted");
  private static final EnvironmentName GUARDED = new EnvironmentName("production");
  private static final Duration SOAK = Duration.ofMinutes(2);
  private static final Duration EXPIRES = Duration.ofMinutes(2);
  private static final Duration SILENT_AFTER = Duration.ofMinutes(1);

  private final Town town;
  private final Kernel kernel;

  public Approvers(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  public static String address(int person) {
    return "writer-" + person + "@example.org";
  }

  public static ActorId person(int person) {
    return new ActorId("p-" + person);
  }

  private static ActorId token(int person) {
    return new ActorId("approver-" + person);
  }

  /** Who is who is known from the beginning. */
  public static void introduce(MemoryDirectory directory) {
    for (int i = 0; i < COUNT; i++) {
      directory.people().link(Organisation.MAIN, Handle.ofEmail(address(i)), person(i));
      directory.people().link(Organisation.MAIN, Handle.ofToken(token(i)), person(i));
    }
  }

  @Override
  public List<Happening> happenings() {
    return List.of(
        new Happening("approval-asked", 3, this::decree),
        new Happening("approve", 6, this::speak),
        new Happening("approver-dismissed", 1, this::dismiss),
        new Happening("approver-expelled", 2, this::expel));
  }

  /** What waits for an approval that nobody can give goes on. */
  @Override
  public void relent() {
    decree(GuardrailPolicy.NONE, Optional.empty());
  }

  public void appoint() {
    IntStream.range(0, COUNT).forEach(this::appoint);
    IntStream.range(0, COUNT).forEach(this::admit);
  }

  private void appoint(int person) {
    town.clients.wish(new Command.IssueToken(token(person), Role.APPROVER, new Scope.Everything()));
  }

  /** One of them loses the role for a while. */
  private void dismiss() {
    int person = kernel.random().nextInt(COUNT);
    town.clients.wish(new Command.RevokeToken(token(person)));
    kernel.after(Life.OUTSIDE, EXPIRES, () -> appoint(person));
  }

  /** One of them leaves the group for a while, and approves what waits in the same moment. */
  private void expel() {
    int person = kernel.random().nextInt(COUNT);
    town.clients.wish(new Command.RemoveMember(TRUSTED, person(person)));
    for (Delivery delivery : waiting()) {
      town.clients.wish(token(person), new Command.Approve(delivery.id(), delivery.hash()));
    }
    kernel.after(Life.OUTSIDE, EXPIRES, () -> admit(person));
  }

  private void admit(int person) {
    town.clients.wish(new Command.AddMember(TRUSTED, person(person)));
  }

  /** Any one of them will do. */
  static ApprovalPolicy anybody() {
    return new ApprovalPolicy(1, Role.APPROVER, false, EXPIRES);
  }

  /**
   * It takes none, one or two of them, and some time in staging first, and may be protected; it is
   * there once the shop is.
   */
  private void decree() {
    int of = kernel.random().nextInt(COUNT);
    ApprovalPolicy anybody = new ApprovalPolicy(of, Role.APPROVER, false, EXPIRES);
    ApprovalPolicy trusted =
        new ApprovalPolicy(of, Role.APPROVER, false, EXPIRES, Optional.of(List.of(TRUSTED)));
    GuardrailPolicy approved =
        GuardrailPolicy.NONE.with(
            of == 0
                ? List.of()
                : switch (kernel.random().nextInt(3)) {
                  case 0 -> List.of(anybody);
                  case 1 -> List.of(trusted);
                  default -> List.of(trusted, anybody);
                });
    decree(
        kernel.chance(40) ? approved.with(new SoakPolicy(Optional.empty(), SOAK)) : approved,
        kernel.chance(50) ? Optional.of(Protection.CONFIRM) : Optional.empty());
  }

  private void decree(GuardrailPolicy asked, Optional<Protection> protection) {
    town.declare(
        new EnvironmentDefinition(
            GUARDED,
            new TreeMap<>(),
            false,
            SILENT_AFTER,
            false,
            Optional.empty(),
            Optional.of(asked).filter(it -> !it.equals(GuardrailPolicy.NONE)),
            protection));
  }

  /** Somebody says something of what waits; now and then two do at once. */
  private void speak() {
    waiting()
        .forEach(delivery -> {
          speak(delivery);
          if (kernel.chance(50)) {
            speak(delivery);
          }
        });
  }

  private void speak(Delivery delivery) {
    ActorId somebody = token(kernel.random().nextInt(COUNT));
    town.clients.wish(
        somebody,
        kernel.chance(25)
            ? new Command.Reject(delivery.id(), delivery.hash(), Optional.empty())
            : new Command.Approve(delivery.id(), delivery.hash()));
  }

  private List<Delivery> waiting() {
    return town.server.world().stream()
        .flatMap(it -> it.deliveries().placements().values().stream())
        .flatMap(at -> at.active().stream())
        .filter(RolloutState::isWaiting)
        .map(RolloutState::delivery)
        .toList();
  }
}
