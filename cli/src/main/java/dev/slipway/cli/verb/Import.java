package dev.slipway.cli.verb;

import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Visible;
import dev.slipway.config.foreign.Foreign;
import dev.slipway.config.foreign.Imported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway import}: here, without a server; nothing is brought in by it. */
@Command(
    name = "import",
    description = "Say what another system's files come to as documents of ours; nothing changes.")
final class Import implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE|FOLDER",
      description = "A JSON file of applications, or a folder with a pipeline in 'deploy'.")
  private Path from;

  @Option(
      names = "--name",
      paramLabel = "APP",
      description = "What the application of a folder is called. Default: the folder's name.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Where to write the documents; a file that is not there yet.")
  private Optional<Path> into = Optional.empty();

  private final Slipway slipway;

  Import(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    ImportReport report = ImportReport.of(imported());
    if (report.understood()) {
      into.ifPresent(file -> write(file, report.documents()));
    }
    return slipway.show(
        slipway.tree(report),
        () -> text(report),
        report.understood() ? Exit.CONVERGED : Exit.OTHER);
  }

  private Imported imported() {
    if (!Files.isDirectory(from)) {
      return Foreign.applications(from.toString(), ForeignFiles.bytes(from));
    }
    Path folder = ForeignFiles.folder(from);
    return Foreign.pipeline(
        name.orElseGet(() -> ForeignFiles.name(folder)), ForeignFiles.of(folder));
  }

  /** The documents are the answer where they are not written into a file, so they can be piped. */
  private String text(ImportReport report) {
    if (!report.understood()) {
      return report.mistakes();
    }
    String told = report.table(slipway.colours());
    if (into.isPresent()) {
      return told + Visible.of("Written: " + into.get()) + "\n";
    }
    told.lines().forEach(slipway::remark);
    return report.documents();
  }

  private static void write(Path file, String documents) {
    try {
      Files.write(file, documents.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException _) {
      throw Failure.because(
          "There is a file %s already; name another one.".formatted(Visible.of(file.toString())));
    } catch (IOException e) {
      throw Failure.because(
          "Cannot write %s: %s"
              .formatted(Visible.of(file.toString()), Visible.of("" + e.getMessage())));
    }
  }
}
