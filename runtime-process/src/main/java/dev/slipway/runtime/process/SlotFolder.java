package dev.slipway.runtime.process;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is kept of one slot: {@code services/NAME.SERIAL}, one small file per process that says what
 * was started; {@code serials/NAME}, how many there were; {@code doors/NAME}, the port of the
 * service's address; {@code logs/}, what they wrote.
 */
record SlotFolder(Path folder) {

  /** The variable by which a process is found whose number could not be noted any more. */
  static final String VARIABLE = "SLIPWAY_INSTANCE";

  static SlotFolder open(Path root, Slot slot) throws IOException {
    SlotFolder opened = of(root, slot);
    for (String part : List.of("services", "serials", "doors")) {
      Files.createDirectories(opened.folder.resolve(part));
    }
    Files.createDirectories(opened.folder.resolve("logs"));
    return opened;
  }

  static SlotFolder of(Path root, Slot slot) {
    return new SlotFolder(
        root.resolve("slots")
            .resolve(
                slot.target().environment()
                    + "."
                    + slot.target().target()
                    + "."
                    + slot.application()));
  }

  /** Whether nothing was ever kept of it. */
  boolean isUnknown() {
    return !Files.exists(folder);
  }

  /** The slots that have a folder; one whose name is no slot's is not ours. */
  static List<Slot> all(Path root) throws IOException {
    Path slots = root.resolve("slots");
    if (!Files.isDirectory(slots)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(slots)) {
      return folders.sorted().flatMap(one -> slot(one.getFileName() + "").stream()).toList();
    }
  }

  private static Optional<Slot> slot(String name) {
    String[] parts = name.split("\\.", -1);
    try {
      return parts.length == 3
          ? Optional.of(
              new Slot(
                  new TargetId(new EnvironmentName(parts[0]), new TargetName(parts[1])),
                  new ApplicationName(parts[2])))
          : Optional.empty();
    } catch (InvalidValue nobodys) {
      return Optional.empty();
    }
  }

  /** Under what name the forwarder knows a service; like no other on this machine. */
  String route(ServiceName service) {
    return folder.getFileName() + "." + service;
  }

  /** The number of the next start of a service; it is given once. */
  long nextSerial(ServiceName service) throws IOException {
    Path file = folder.resolve("serials").resolve(service.value());
    long counted = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    long seen = instances(service).stream().mapToLong(Instance::serial).max().orElse(0);
    long next = Math.max(counted, seen) + 1;
    Durable.write(file, Long.toString(next));
    return next;
  }

  /** The port of a service's address, once it has one. */
  OptionalInt door(ServiceName service) throws IOException {
    Path file = folder.resolve("doors").resolve(service.value());
    return Files.exists(file)
        ? OptionalInt.of(Integer.parseInt(Files.readString(file).strip()))
        : OptionalInt.empty();
  }

  void keepDoor(ServiceName service, int port) throws IOException {
    Durable.write(folder.resolve("doors").resolve(service.value()), Integer.toString(port));
  }

  /** Services of which anything is left. */
  SortedSet<ServiceName> services() throws IOException {
    SortedSet<ServiceName> services = new TreeSet<>();
    instances().forEach(instance -> services.add(instance.service()));
    Path doors = folder.resolve("doors");
    if (Files.isDirectory(doors)) {
      try (Stream<Path> files = Files.list(doors)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.endsWith(".part"))
            .forEach(name -> services.add(new ServiceName(name)));
      }
    }
    return services;
  }

  List<Instance> instances(ServiceName service) throws IOException {
    return instances().stream().filter(one -> one.service().equals(service)).toList();
  }

  /** The value of {@link #VARIABLE} for one start, like no other on this machine. */
  String mark(Instance instance) {
    return folder + "/" + instance.name();
  }

  Path log(Instance instance) {
    return logs().of(instance);
  }

  LogFolder logs() {
    return new LogFolder(folder.resolve("logs"));
  }

  List<Instance> instances() throws IOException {
    Path services = folder.resolve("services");
    if (!Files.isDirectory(services)) {
      return List.of();
    }
    List<Instance> instances = new ArrayList<>();
    try (Stream<Path> files = Files.list(services)) {
      for (Path file : files.filter(file -> !file.toString().endsWith(".part")).sorted().toList()) {
        instances.add(read(Files.readString(file)));
      }
    }
    instances.sort(Comparator.comparing(Instance::service).thenComparingLong(Instance::serial));
    return List.copyOf(instances);
  }

  void keep(Instance instance) throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, "service", instance.service());
    line(text, "serial", instance.serial());
    line(text, "release", instance.release());
    line(text, "port", instance.port());
    line(text, "machine", instance.machine());
    line(text, "healthy", instance.healthy());
    instance
        .pid()
        .ifPresent(identity -> {
          line(text, "pid", identity.pid());
          line(text, "ticks", identity.startTicks());
        });
    instance.draining().ifPresent(since -> line(text, "draining", since.toEpochMilli()));
    Durable.write(file(instance), text.toString());
    forgetFormer(instance);
  }

  /** Nothing of it is left. */
  void forget(Instance instance) throws IOException {
    Files.deleteIfExists(file(instance));
    forgetFormer(instance);
  }

  /** Earlier versions kept one process per service, in a file without a number. */
  private void forgetFormer(Instance instance) throws IOException {
    Path former = folder.resolve("services").resolve(instance.service().value());
    if (Files.exists(former) && read(Files.readString(former)).serial() == instance.serial()) {
      Files.delete(former);
    }
  }

  /** The service has no address any more. */
  void forgetDoor(ServiceName service) throws IOException {
    Files.deleteIfExists(folder.resolve("doors").resolve(service.value()));
  }

  private Path file(Instance instance) {
    return folder.resolve("services").resolve(instance.service() + "." + instance.serial());
  }

  private static void line(StringBuilder text, String key, Object value) {
    text.append(key).append('=').append(value).append('\n');
  }

  private static Instance read(String text) throws IOException {
    Properties lines = new Properties();
    lines.load(new StringReader(text));
    return new Instance(
        new ServiceName(lines.getProperty("service", "")),
        Long.parseLong(lines.getProperty("serial", "0")),
        new Digest(lines.getProperty("release", "")),
        Integer.parseInt(lines.getProperty("port", "0")),
        Optional.ofNullable(lines.getProperty("pid"))
            .map(pid ->
                new Instance.Identity(
                    Long.parseLong(pid), Long.parseLong(lines.getProperty("ticks", "0")))),
        lines.getProperty("machine", ""),
        Boolean.parseBoolean(lines.getProperty("healthy", "false")),
        Optional.ofNullable(lines.getProperty("draining"))
            .map(since -> Instant.ofEpochMilli(Long.parseLong(since))));
  }
}
