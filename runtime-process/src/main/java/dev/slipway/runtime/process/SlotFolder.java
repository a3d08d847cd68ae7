package dev.slipway.runtime.process;

import dev.slipway.model.Digest;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is kept of one slot: {@code services/NAME}, one small file per service that says what was
 * started; {@code logs/NAME-SERIAL.log}.
 */
record SlotFolder(Path folder) {

  /** The variable by which a process is found whose number could not be noted any more. */
  static final String VARIABLE = "SLIPWAY_INSTANCE";

  private static final int LOGS_MAX = 30;

  static SlotFolder open(Path root, Slot slot) throws IOException {
    SlotFolder opened = of(root, slot);
    Files.createDirectories(opened.folder.resolve("services"));
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

  /** The value of {@link #VARIABLE} for one start, like no other on this machine. */
  String mark(Instance instance) {
    return folder + "/" + instance.name();
  }

  Path log(Instance instance) {
    return folder.resolve("logs").resolve(instance.name() + ".log");
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
    Durable.write(folder.resolve("services").resolve(instance.service().value()), text.toString());
  }

  void forget(ServiceName service) throws IOException {
    Files.deleteIfExists(folder.resolve("services").resolve(service.value()));
  }

  /** Keeps the newest logs of the slot, for they outlive what wrote them. */
  void pruneLogs() throws IOException {
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      List<Path> newestFirst =
          logs.sorted(Comparator.comparingLong(log -> -log.toFile().lastModified())).toList();
      for (Path old : newestFirst.stream().skip(LOGS_MAX).toList()) {
        Files.deleteIfExists(old);
      }
    }
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
        Boolean.parseBoolean(lines.getProperty("healthy", "false")));
  }
}
