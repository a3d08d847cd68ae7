package dev.slipway.runtime.process;

import dev.slipway.model.Digest;
import dev.slipway.model.ServiceName;
import dev.slipway.runtime.processes.Sessions;
import dev.slipway.runtime.processes.Stat;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was started for a service.
 *
 * @param serial counts the service's starts, from 1
 * @param pid its number; absent when its start was about to be made
 * @param healthy whether it was found healthy once
 * @param draining since when it gets nothing new, if so
 */
record Instance(
    ServiceName service,
    long serial,
    Digest release,
    int port,
    Optional<Identity> pid,
    String machine,
    boolean healthy,
    Optional<Instant> draining) {

  /** A process is its number and its start in clock ticks, for numbers are used again. */
  record Identity(long pid, long startTicks) {

    boolean isAlive() {
      Optional<Stat> stat = Sessions.stat(pid);
      return stat.isPresent() && stat.get().startTicks() == startTicks;
    }
  }

  static Instance about(
      ServiceName service, long serial, Digest release, int port, String machine) {
    return new Instance(
        service, serial, release, port, Optional.empty(), machine, false, Optional.empty());
  }

  boolean isAlive(String now) {
    return machine.equals(now) && pid.filter(Identity::isAlive).isPresent();
  }

  Instance started(Identity identity) {
    return new Instance(
        service, serial, release, port, Optional.of(identity), machine, healthy, draining);
  }

  Instance found(boolean isHealthy) {
    return new Instance(service, serial, release, port, pid, machine, isHealthy, draining);
  }

  Instance draining(Optional<Instant> since) {
    return new Instance(service, serial, release, port, pid, machine, healthy, since);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  String name() {
    return service + "-" + serial;
  }
}
