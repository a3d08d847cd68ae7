package dev.slipway.simulator;

import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.simulator.planted.Breaks;
import java.util.List;
import java.util.function.Function;

/** All that a run consists of: a repository, a server, a network, two targets and their people. */
final class Town {

  static final List<TargetId> TARGETS = List.of(target("staging"), target("production"));

  final Kernel kernel;
  final Trace trace;
  final SourceControl source;
  final Server server;
  final Network network;
  final List<Computer> computers;
  final People people;
  final Wardens wardens;
  final Approvers approvers;
  final Builders builders;

  Town(long seed, Function<Keys, Breaks> planted) {
    kernel = new Kernel(seed);
    trace = new Trace(kernel);
    Keys keys = Keys.drawn(kernel.random());
    Breaks breaks = planted.apply(keys);
    MemoryBlobs blobs = new MemoryBlobs();
    source = new SourceControl(blobs);
    server = new Server(kernel, trace, keys, source, blobs, breaks);
    network = new Network(kernel, server);
    computers =
        TARGETS.stream()
            .map(target -> new Computer(kernel, trace, keys, target, network, breaks))
            .toList();
    people = new People(kernel, trace, server, network);
    wardens = new Wardens(kernel, server, people);
    approvers = new Approvers(kernel, server, people);
    builders = new Builders(kernel, server, people);
  }

  void open() {
    server.start();
    people.foundShop();
    approvers.appoint();
    for (Computer computer : computers) {
      people.enrol(computer);
      computer.start();
    }
  }

  private static TargetId target(String environment) {
    return new TargetId(new EnvironmentName(environment), new TargetName("local"));
  }
}
