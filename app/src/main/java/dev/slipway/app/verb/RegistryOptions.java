package dev.slipway.app.verb;

import dev.slipway.cli.show.Visible;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.registry.Access;
import dev.slipway.registry.AuthFile;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How registries are asked from here: as whom, and what may be reached. */
final class RegistryOptions {

  @Mixin private RegistryAccess registries = new RegistryAccess();

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
    Access access =
        new Access(AuthFile.read(registries.authFile()), registries.realms(), registries.plain());
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
    registries.realms().values().forEach(host -> listed.add(withoutPort(host)));
    return Reach.of(listed);
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]+$", "");
  }
}
