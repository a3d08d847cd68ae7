package dev.slipway.app.trial;

import dev.slipway.app.outside.Person.Ended;
import dev.slipway.cli.Context;
import dev.slipway.cli.Verbs;
import dev.slipway.cli.show.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The command line in a job of a CI system: nobody sits there, and variables say everything. */
record Job(URI server, Map<String, String> variables) {

  Ended type(String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(variables);
    all.put("SLIPWAY_URL", server.toString());
    all.put("HOME", "/nonexistent");
    Context context =
        new Context(
            new Terminal(stream(out), stream(err), false, false, false),
            Optional.empty(),
            _ -> new byte[0],
            all,
            InstantSource.system(),
            Thread::sleep,
            SecureRandom::new);
    int exit = Verbs.run(context, line.split(" ", -1));
    return new Ended(exit, text(out), text(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }
}
