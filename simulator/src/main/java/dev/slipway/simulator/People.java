package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.door.Events.Receipt;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.RefName;
import dev.slipway.model.Remark;
import dev.slipway.model.Sha;
import dev.slipway.model.SourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Those who push, wish and look: hooks that tell once or twice, clients that try again. */
final class People {

  private static final SourceName HOOK = new SourceName("hook");
  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
  private static final Duration AWAY = Duration.ofSeconds(90);

  private final Kernel kernel;
  private final Trace trace;
  private final Server server;
  private final Network network;
  private final List<Digest> acknowledged = new ArrayList<>();
  private int told;
  private int wishes;

  People(Kernel kernel, Trace trace, Server server, Network network) {
    this.kernel = kernel;
    this.trace = trace;
    this.server = server;
    this.network = network;
  }

  /** The bodies of events whose senders were told that they are safe. */
  List<Digest> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** The host may be away just then; whoever adds the shop tries until it is there. */
  void foundShop() {
    wishUntil(
        "application-added",
        new Command.AddApplication(SourceControl.URL, Optional.of("main"), "slipway.yaml"));
  }

  /** The target is there only once the application is; whoever enrols tries until it is. */
  void enrol(Computer computer) {
    Command enrol =
        new Command.EnrolAgent(
            computer.identity().agent(), computer.identity().target(), computer.key().publicKey());
    wishUntil("agent-enrolled", enrol);
  }

  private void wishUntil(String code, Command command) {
    wishUntil(List.of(code), command);
  }

  private void wishUntil(List<String> codes, Command command) {
    attempt(
        ActorId.SLIPWAY,
        command,
        nextKey(),
        carried -> {
          String became = carried.settlement().because().code();
          if (!codes.contains(became) && !became.equals("unchanged")) {
            kernel.after(Life.OUTSIDE, TRY_AGAIN, () -> wishUntil(codes, command));
          }
        });
  }

  void deploy(String environment) {
    wish(
        new Command.Deploy(
            SHOP,
            new EnvironmentName(environment),
            Optional.empty(),
            kernel.chance(20),
            new TreeMap<>(),
            named(environment)));
  }

  /** Says that a ref changed, perhaps twice, under the same id or another. */
  void hint(RefName ref) {
    told++;
    send("delivery-" + told, ref);
    if (kernel.chance(20)) {
      send("delivery-" + told, ref);
    }
    if (kernel.chance(20)) {
      told++;
      send("delivery-" + told, ref);
    }
  }

  private void send(String key, RefName ref) {
    Bytes body = Bytes.ofUtf8("{\"delivery\":\"%s\",\"ref\":\"%s\"}".formatted(key, ref));
    send(key, body, new Event.RefsHinted(SourceControl.URL, List.of(ref)));
  }

  private void send(String key, Bytes body, Event event) {
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    network.send(
        answer,
        alive ->
            alive
                .events()
                .receive(Organisation.MAIN, HOOK, key, body, event)
                .thenAccept(receipt -> {
                  acknowledged.add(Digests.sha256(body.toArray()));
                  network.answer(answer, receipt);
                }));
  }

  /** Whoever built a commit announces it, perhaps twice under the same id. */
  void announce(int number) {
    told++;
    String id = "build-" + told;
    Bytes body = Bytes.ofUtf8("{\"id\":\"%s\",\"commit\":%d}".formatted(id, number));
    Event event =
        new Event.Announced(
            SourceControl.BUILT,
            "/builds",
            id,
            SHOP,
            SourceControl.sha(number),
            Optional.of(SourceControl.MAIN));
    trace.add(id + " is of commit " + number);
    send(id, body, event);
    if (kernel.chance(20)) {
      send(id, body, event);
    }
  }

  /** Takes the shop out, and brings it back some time later. */
  void removeShopForAWhile() {
    attempt(
        ActorId.SLIPWAY,
        new Command.RemoveApplication(SHOP),
        nextKey(),
        _ -> kernel.within(Life.OUTSIDE, AWAY, this::foundShop));
  }

  /** Looks at what is stuck, and says what became of it. */
  void settle() {
    server
        .present()
        .map(alive -> alive.loop().memory().world(Organisation.MAIN))
        .ifPresent(world ->
            world.deliveries().placements().values().stream()
                .flatMap(at -> at.active().stream())
                .filter(rollout -> rollout.phase() == RolloutPhase.STUCK)
                .forEach(this::settle));
  }

  private void settle(RolloutState rollout) {
    rollout.members().values().stream()
        .filter(
            member -> member.stage() == MemberStage.UNKNOWN || member.isSilentAt(kernel.instant()))
        .map(MemberState::target)
        .findFirst()
        .map(target ->
            new Command.Settle(
                rollout.delivery().id(),
                target,
                kernel.chance(50) ? Verdict.RERUN : Verdict.FAILED))
        .ifPresent(this::wish);
  }

  /** Stops the line somewhere for a while. */
  void pause(String environment, Duration howLong) {
    Placement at = new Placement(SHOP, new EnvironmentName(environment));
    Command resume = new Command.Resume(at, Optional.empty());
    attempt(
        ActorId.SLIPWAY,
        new Command.Pause(at, new Remark("The weather is bad.")),
        nextKey(),
        _ ->
            kernel.after(
                Life.OUTSIDE, howLong, () -> wishUntil(List.of("resumed", "not-paused"), resume)));
  }

  /** Goes back to what was there before, if anything was. */
  void rollback(String environment) {
    wish(
        new Command.Rollback(
            new Placement(SHOP, new EnvironmentName(environment)),
            Optional.empty(),
            Optional.empty(),
            named(environment)));
  }

  /** Most name where it goes once more, whether they are asked to or not. */
  private Optional<EnvironmentName> named(String environment) {
    return Optional.of(environment).filter(_ -> kernel.chance(70)).map(EnvironmentName::new);
  }

  /** Says of everything that a rollback keeps away that it is mended by now, or wants it. */
  void release() {
    server
        .present()
        .map(alive -> alive.loop().memory().world(Organisation.MAIN))
        .ifPresent(world ->
            world
                .deliveries()
                .placements()
                .forEach((at, state) ->
                    state.queue().stream()
                        .flatMap(queued -> queued.held().stream().map(held -> queued))
                        .findFirst()
                        .flatMap(
                            queued -> world.deliveries().shipments().travelling(queued.shipment()))
                        .ifPresent(held -> release(at, held.shipment().change().sha(), state))));
  }

  private void release(Placement at, Sha sha, PlacementState state) {
    boolean itself =
        state.controls().holds().stream().anyMatch(held -> held.hold().commits().contains(sha));
    wish(
        itself
            ? new Command.CancelShipment(
                state.queue().stream()
                    .filter(queued -> queued.held().isPresent())
                    .findFirst()
                    .orElseThrow()
                    .shipment())
            : new Command.Resume(at, Optional.of(sha.value())));
  }

  /** Ends whatever is on its way somewhere, if anything is. */
  void cancel() {
    server
        .present()
        .map(alive -> alive.loop().memory().world(Organisation.MAIN))
        .flatMap(world ->
            world.deliveries().placements().values().stream()
                .flatMap(at -> at.active().stream())
                .findFirst())
        .ifPresent(rollout -> wish(new Command.Cancel(rollout.delivery().id())));
  }

  void wish(Command command) {
    wish(ActorId.SLIPWAY, command);
  }

  void wish(ActorId actor, Command command) {
    attempt(actor, command, nextKey(), carried -> {});
  }

  private String nextKey() {
    wishes++;
    return "wish-" + wishes;
  }

  /** Tries under the same key until there is an answer. */
  private void attempt(ActorId actor, Command command, String key, Consumer<Carried> then) {
    CompletableFuture<Carried> answer = new CompletableFuture<>();
    CompletionStage<Void> _ =
        answer.handle((carried, problem) -> {
          if (problem == null) {
            String kind = command.getClass().getSimpleName();
            trace.add(key + ": " + kind + ": " + carried.settlement());
            then.accept(carried);
          } else {
            kernel.after(Life.OUTSIDE, TRY_AGAIN, () -> attempt(actor, command, key, then));
          }
          return null;
        });
    network.send(
        answer,
        alive ->
            alive
                .loop()
                .commands()
                .submit(Organisation.MAIN, actor, key, command)
                .thenAccept(it -> network.answer(answer, it)));
  }
}
