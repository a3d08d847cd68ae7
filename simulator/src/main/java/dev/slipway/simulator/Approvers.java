package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.People.Handle;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Three people who write commits and approve what others wrote, each under an address and a token;
 * and whoever says how many of them it takes, and whether they have to be of the trusted ones.
 */
final class Approvers {

  static final int COUNT = 3;

  private static final GroupName TRUSTED = new GroupName("trusted");
  private static final EnvironmentName GUARDED = new EnvironmentName("production");
  private static final Duration SOAK = Duration.ofMinutes(2);
  private static final Duration EXPIRES = Duration.ofMinutes(4);
  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  private final Kernel kernel;
  private final Server server;
  private final People people;

  Approvers(Kernel kernel, Server server, People people) {
    this.kernel = kernel;
    this.server = server;
    this.people = people;
  }

  static String address(int person) {
    return "writer-" + person + "@example.org";
  }

  static ActorId person(int person) {
    return new ActorId("p-" + person);
  }

  private static ActorId token(int person) {
    return new ActorId("approver-" + person);
  }

  /** Who is who is known from the beginning. */
  static void introduce(MemoryDirectory directory) {
    for (int i = 0; i < COUNT; i++) {
      directory.people().link(Organisation.MAIN, Handle.ofEmail(address(i)), person(i));
      directory.people().link(Organisation.MAIN, Handle.ofToken(token(i)), person(i));
    }
  }

  void appoint() {
    IntStream.range(0, COUNT).forEach(this::appoint);
    IntStream.range(0, COUNT).forEach(this::admit);
  }

  private void appoint(int person) {
    people.wish(new Command.IssueToken(token(person), Role.APPROVER, new Scope.Everything()));
  }

  /** One of them loses the role for a while. */
  void dismiss() {
    int person = kernel.random().nextInt(COUNT);
    people.wish(new Command.RevokeToken(token(person)));
    kernel.after(Life.OUTSIDE, EXPIRES, () -> appoint(person));
  }

  /** One of them leaves the group for a while, and approves what waits in the same moment. */
  void expel() {
    int person = kernel.random().nextInt(COUNT);
    people.wish(new Command.RemoveMember(TRUSTED, person(person)));
    for (Delivery delivery : waiting()) {
      people.wish(token(person), new Command.Approve(delivery.id(), delivery.hash()));
    }
    kernel.after(Life.OUTSIDE, EXPIRES, () -> admit(person));
  }

  private void admit(int person) {
    people.wish(new Command.AddMember(TRUSTED, person(person)));
  }

  /**
   * It takes none, one or two of them, and some time in staging first, and may be protected; it is
   * there once the shop is.
   */
  void decree() {
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

  /** What waits for an approval that nobody can give goes on. */
  void relent() {
    decree(GuardrailPolicy.NONE, Optional.empty());
  }

  private void decree(GuardrailPolicy asked, Optional<Protection> protection) {
    Optional<GuardrailPolicy> policy =
        Optional.of(asked).filter(it -> !it.equals(GuardrailPolicy.NONE));
    EnvironmentDefinition definition =
        new EnvironmentDefinition(
            GUARDED,
            new TreeMap<>(),
            false,
            SILENT_AFTER,
            false,
            Optional.empty(),
            policy,
            protection);
    Digest digest = Digests.sha256(definition.toString().getBytes(StandardCharsets.UTF_8));
    if (world().filter(it -> it.declared().environment(GUARDED).isPresent()).isPresent()) {
      people.wish(
          new Command.Apply(List.of(new Command.Document.OfEnvironment(definition, digest))));
    }
  }

  /** Somebody says something of what waits; now and then two do at once. */
  void speak() {
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
    people.wish(
        somebody,
        kernel.chance(15)
            ? new Command.Reject(delivery.id(), delivery.hash(), Optional.empty())
            : new Command.Approve(delivery.id(), delivery.hash()));
  }

  private List<Delivery> waiting() {
    return world().stream()
        .flatMap(it -> it.deliveries().placements().values().stream())
        .flatMap(at -> at.active().stream())
        .filter(RolloutState::isWaiting)
        .map(RolloutState::delivery)
        .toList();
  }

  private Optional<World> world() {
    return server.present().map(alive -> alive.loop().memory().world(Organisation.MAIN));
  }
}
