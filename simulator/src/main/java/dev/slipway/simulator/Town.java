package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.FileName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import dev.slipway.simulator.Machine.Done;
import dev.slipway.simulator.people.Approvers;
import dev.slipway.simulator.people.Builders;
import dev.slipway.simulator.people.Campaigners;
import dev.slipway.simulator.people.Caretakers;
import dev.slipway.simulator.people.Clockmakers;
import dev.slipway.simulator.people.Committers;
import dev.slipway.simulator.people.Dispatchers;
import dev.slipway.simulator.people.Hurried;
import dev.slipway.simulator.people.Keepers;
import dev.slipway.simulator.people.Menders;
import dev.slipway.simulator.people.Outsiders;
import dev.slipway.simulator.people.Owners;
import dev.slipway.simulator.people.Requesters;
import dev.slipway.simulator.people.Settlers;
import dev.slipway.simulator.people.Shippers;
import dev.slipway.simulator.people.Troubles;
import dev.slipway.simulator.people.Upgraders;
import dev.slipway.simulator.people.Wardens;
import dev.slipway.simulator.planted.Breaks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that a run consists of: repositories, a server, a network, targets, and their people. */
public final class Town {

  public final Size size;
  public final Kernel kernel;
  public final Trace trace;
  public final List<Program> programs;
  public final SourceControl source;
  public final Server server;
  public final Clients clients;
  public final Hooks hooks;
  public final List<Computer> computers;
  public final Committers committers;
  public final Network network;
  public final List<Townsfolk> folk;

  /** What machines did since somebody looked. */
  final Deque<Done> done = new ArrayDeque<>();

  private final Keys keys;
  private final Breaks breaks;
  private final Blobs blobs;
  private final Approvers approvers;
  private final Settlers settlers;

  Town(Setting setting) {
    this(setting, setting.size());
  }

  Town(Setting setting, Size size) {
    this.size = size;
    kernel = new Kernel(setting.seed());
    trace = new Trace(kernel, setting.traced());
    programs = Program.first(size.programs());
    keys = Keys.drawn(kernel.random());
    breaks = setting.breaks().apply(keys);
    blobs = breaks.blobs(new MemoryBlobs());
    source = new SourceControl(blobs, programs, size.route(), setting.seed());
    server =
        new Server(kernel, trace, keys, source, Site.empty(kernel, blobs), breaks, size.replicas());
    network = new Network(kernel, server, setting.faultsOn());
    clients = new Clients(kernel, trace, network);
    hooks = new Hooks(network);
    computers =
        Stream.concat(size.targets().stream(), size.sites().stream())
            .map(target ->
                new Computer(
                    kernel,
                    trace,
                    keys,
                    target,
                    network,
                    breaks,
                    new Machine(done::add),
                    setting.faultsOn().contains(Fault.FAILING)))
            .toList();
    Builders builders = new Builders(this);
    Wardens wardens = new Wardens(this);
    committers = new Committers(this, builders);
    approvers = new Approvers(this);
    settlers = new Settlers(this);
    folk =
        List.of(
            committers,
            builders,
            approvers,
            wardens,
            new Requesters(this, wardens),
            new Dispatchers(this),
            new Outsiders(this),
            new Owners(this),
            new Keepers(this),
            new Shippers(this),
            new Campaigners(this),
            new Menders(this),
            new Caretakers(this),
            settlers,
            new Clockmakers(this),
            new Upgraders(this),
            new Troubles(this),
            new Hurried(this));
  }

  /** The first day: applications come in, and with them the targets that they go to. */
  void open() {
    server.start();
    settlers.found(() -> programs.forEach(program -> committers.add(program, () -> {})));
    approvers.appoint();
    askToBeTold();
    for (Computer computer : computers) {
      if (!size.sites().contains(computer.target())) {
        declare(computer);
      }
      computer.start();
    }
  }

  /** Somebody wants to be told of everything. */
  private void askToBeTold() {
    NotificationDefinition everything =
        new NotificationDefinition(
            new NotificationName("everything"),
            new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
            List.of(Occasion.values()),
            new Receiver.Slack(new FileName("doorstep")));
    clients.wishUntil(
        List.of("applied"),
        new Command.Apply(List.of(new Document.OfNotification(everything, digest(everything)))),
        () -> {});
  }

  /** Another server, from a copy that was made earlier; the first one goes on where it is. */
  Server restored(List<Bytes> copy, long generation) {
    Site site = Site.restored(copy, generation, kernel, blobs);
    Server other = new Server(kernel, trace, keys, source, site, breaks, 1);
    other.start();
    return other;
  }

  /** The environment is there only once an application is; whoever enrols tries until it is. */
  private void declare(Computer computer) {
    TargetDefinition definition = new TargetDefinition(computer.target(), new TreeMap<>(), false);
    declare(computer, new Document.OfTarget(definition, digest(definition)));
  }

  /** Declares where a computer stands, and has its agent enrol there. */
  public void declare(Computer computer, Document document) {
    clients.wishUntil(
        List.of("applied"),
        new Command.Apply(List.of(document)),
        () ->
            clients.wishUntil(
                List.of("agent-enrolled"),
                new Command.EnrolAgent(
                    computer.identity().agent(), computer.target(), computer.key().publicKey()),
                () -> {}));
  }

  /** Says what lies outside and is waited for. */
  public void declare(ResourceDefinition definition) {
    clients.wish(
        new Command.Apply(List.of(new Document.OfResource(definition, digest(definition)))));
  }

  /** Says how an environment is to be; it can be said once a route has made it. */
  public void declare(EnvironmentDefinition definition) {
    Optional<EnvironmentDefinition> known =
        server
            .world()
            .flatMap(world -> world.declared().environment(definition.name()))
            .map(EnvironmentState::definition);
    if (known.filter(it -> !it.equals(definition)).isPresent()) {
      clients.wish(
          new Command.Apply(List.of(new Document.OfEnvironment(definition, digest(definition)))));
    }
  }

  public static Digest digest(Record definition) {
    return Digests.sha256(definition.toString().getBytes(StandardCharsets.UTF_8));
  }

  public Program anyProgram() {
    return programs.get(kernel.random().nextInt(programs.size()));
  }

  public Computer anyComputer() {
    return computers.get(kernel.random().nextInt(computers.size()));
  }

  /** Some application in some environment. */
  public Placement anyPlacement() {
    List<EnvironmentName> anywhere =
        Stream.concat(size.environments().stream(), settlers.settled()).toList();
    return new Placement(
        anyProgram().name(), anywhere.get(kernel.random().nextInt(anywhere.size())));
  }
}
