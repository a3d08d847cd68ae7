package dev.slipway.app.verb;

import dev.slipway.cli.show.Visible;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.registry.Access;
import dev.slipway.registry.AuthFile;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Login;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Option;

/** How registries are asked from here: as whom, and what may be reached. */
final class RegistryOptions {

  private static final long AUTH_FILE_BYTES_MAX = 1024 * 1024;

  @Option(
      names = "--auth-file",
      paramLabel = "FILE",
      description = "The file with logins that container tools keep; else nobody logs in.")
  private Optional<Path> authFile = Optional.empty();

  @Option(
      names = "--realm",
      paramLabel = "REGISTRY=HOST",
      description =
          "The host that hands out tokens for a registry, if it is another one. May be repeated.")
  private Map<String, String> realms = Map.of();

  @Option(
      names = "--plain",
      paramLabel = "HOST",
      description = "A registry, with its port, that is spoken to without TLS. May be repeated.")
  private Set<String> plain = Set.of();

  @Option(
      names = "--reach",
      paramLabel = "HOST|NETWORK",
      description =
          "What else of the inside may be reached, such as where a registry keeps its layers. May be"
              + " repeated.")
  private List<String> reach = List.of();

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private DemoVerb.Format output = DemoVerb.Format.TEXT;

  /** What is done with registries, and what is printed of it. */
  interface Doing {

    String with(Registries registries, DemoVerb.Format output) throws Refusal, IOException;
  }

  /**
   * Does it, and prints what comes of it.
   *
   * @param images that were typed
   * @return the exit code
   */
  int run(List<String> images, Doing doing) throws IOException {
    try {
      System.out.println(asked(images, doing));
      return 0;
    } catch (Refusal refusal) {
      return complain(refusal.sentence() + " (" + refusal.code() + ")");
    } catch (IllegalArgumentException misspelt) {
      return complain(Optional.ofNullable(misspelt.getMessage()).orElse("That cannot be read."));
    }
  }

  private static int complain(String sentence) {
    System.err.println("slipway: " + Visible.of(sentence));
    return 1;
  }

  private String asked(List<String> images, Doing doing) throws Refusal, IOException {
    Reach reached = reached(images);
    Access access = new Access(logins(), realms, plain);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Outbound outbound =
            new Outbound(Names.OF_THIS_MACHINE, reached, Registries.BOUNDS, threads)) {
      return doing.with(new Registries(outbound, access), output);
    }
  }

  /**
   * Whoever types a host here means it, wherever it is. What an answer names is somebody else's
   * word.
   */
  private Reach reached(List<String> images) throws Refusal {
    List<String> listed = new ArrayList<>(reach);
    for (String image : images) {
      listed.add(withoutPort(ImageName.parse(image).host()));
    }
    realms.values().forEach(host -> listed.add(withoutPort(host)));
    return Reach.of(listed);
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]+$", "");
  }

  private Map<String, Login> logins() throws Refusal, IOException {
    if (authFile.isEmpty()) {
      return Map.of();
    }
    Path file = authFile.get();
    if (!Files.isRegularFile(file) || Files.size(file) > AUTH_FILE_BYTES_MAX) {
      throw new Refusal(
          "auth-file-malformed", "There is no file of logins at " + file + ", or it is too large.");
    }
    return AuthFile.parse(Files.readString(file));
  }
}
