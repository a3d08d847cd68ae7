package dev.slipway.app.agent;

import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.process.ForwarderProgram;
import dev.slipway.runtime.process.Forwarding;
import dev.slipway.runtime.process.HostForwarder;
import java.io.IOException;
import java.nio.file.Path;

/** The forwarder of this machine, from the program that runs here. */
final class LocalForwarder {

  private LocalForwarder() {}

  /** Opens it in a folder; it is started once there is something to forward. */
  static Forwarding in(Path folder) throws IOException {
    ForwarderProgram program =
        ForwarderProgram.install(folder, System.getProperty("java.class.path"));
    return HostForwarder.open(folder, program, Surroundings.of(System.getenv()));
  }
}
