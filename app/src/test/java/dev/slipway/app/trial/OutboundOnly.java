package dev.slipway.app.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A network namespace, joined to this one by a pair of virtual cables. Nothing gets in but what
 * comes from the ports that may be asked from within: the kernel finds no route for the rest.
 */
final class OutboundOnly implements AutoCloseable {

  private final String name;
  private final String subnet;
  private final String cable;

  private OutboundOnly(String name, String subnet, String cable) {
    this.name = name;
    this.subnet = subnet;
    this.cable = cable;
  }

  /** Makes one; where the kernel permits none, the test is skipped and says so. */
  static OutboundOnly make() {
    long number = ProcessHandle.current().pid();
    String subnet = "10.199." + number % 256;
    OutboundOnly network = new OutboundOnly("slw-" + number, subnet, "slw" + number);
    network.permitted();
    String inside = network.cable + "b";
    network.ip("link", "add", network.cable, "type", "veth", "peer", "name", inside);
    network.ip("link", "set", inside, "netns", network.name);
    network.ip("addr", "add", network.outside() + "/30", "dev", network.cable);
    network.ip("link", "set", network.cable, "up");
    network.within("ip", "link", "set", "lo", "up");
    network.within("ip", "addr", "add", network.inside() + "/30", "dev", inside);
    network.within("ip", "link", "set", inside, "up");
    return network;
  }

  private void permitted() {
    try {
      Process process =
          new ProcessBuilder("ip", "netns", "add", name).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        System.out.println("skipped: this kernel permits no network namespace: " + said.strip());
        Assumptions.abort(said);
      }
    } catch (IOException missing) {
      throw new AssertionError("The program ip is needed: install iproute2", missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** The address of this side. */
  String outside() {
    return subnet + ".1";
  }

  String inside() {
    return subnet + ".2";
  }

  /** Closes the way in, but for answers from some ports; the local addresses stay as they are. */
  void closeButFor(List<Integer> ports) {
    String from = cable + "b";
    for (int port : ports) {
      within(
          "ip",
          "rule",
          "add",
          "pref",
          "10",
          "iif",
          from,
          "ipproto",
          "tcp",
          "sport",
          Integer.toString(port),
          "lookup",
          "local");
    }
    within("ip", "rule", "add", "pref", "20", "iif", from, "prohibit");
    within("ip", "rule", "add", "pref", "30", "lookup", "local");
    within("ip", "rule", "del", "pref", "0");
  }

  /** The words that run a command in here. */
  List<String> words(List<String> command) {
    return Stream.concat(Stream.of("ip", "netns", "exec", name), command.stream()).toList();
  }

  /** Runs a command in here to its end, and returns what it printed. */
  String within(String... command) {
    return Commands.run(Path.of("/"), words(List.of(command)));
  }

  private void ip(String... arguments) {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    Commands.run(Path.of("/"), command);
  }

  /** Takes the cables with it. */
  @Override
  public void close() {
    ip("netns", "delete", name);
  }
}
