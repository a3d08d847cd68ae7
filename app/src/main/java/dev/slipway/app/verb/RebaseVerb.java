package dev.slipway.app.verb;

import dev.slipway.registry.ImageName;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import dev.slipway.registry.rebase.Rebasing;
import dev.slipway.registry.rebase.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves an image that buildpacks made onto another base. It asks registries, and no server. */
@Command(
    name = "rebase",
    description = "Move an image that buildpacks made onto another base, in its registry.",
    mixinStandardHelpOptions = true)
public final class RebaseVerb implements Callable<Integer> {

  @Parameters(
      paramLabel = "IMAGE",
      description = "The image with its registry, such as registry.example.org/team/shop:1.4.")
  private String image = "";

  @Option(
      names = "--run-image",
      required = true,
      paramLabel = "IMAGE",
      description = "The new base, such as registry.example.org/base/run:13.2.")
  private String runImage = "";

  @Option(
      names = "--to",
      paramLabel = "TAG",
      description = "The tag that gets the new image; else the one that was named.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Check everything and tell the digest, and write nothing.")
  private boolean dry;

  @Option(
      names = "--force",
      description =
          "Do it though the image forbids it, names another base, or does not stand on the one that"
              + " it names. A base for other machines or of another distribution is refused all the"
              + " same.")
  private boolean forced;

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Override
  public Integer call() throws IOException {
    return options.run(
        List.of(image, runImage),
        (registries, output) -> {
          Report report = rebased(registries);
          return output == DemoVerb.Format.JSON
              ? RebaseReport.json(report)
              : RebaseReport.text(report);
        });
  }

  private Report rebased(Registries registries) throws Refusal, IOException {
    Rebasing.Wish wish =
        new Rebasing.Wish(ImageName.parse(image), ImageName.parse(runImage), to, forced, dry);
    Path room = Files.createTempDirectory("slipway-rebase");
    try {
      return new Rebasing(registries, room).carryOut(wish);
    } finally {
      Files.deleteIfExists(room);
    }
  }
}
