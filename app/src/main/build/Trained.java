import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Makes what the trials start servers, agents and clients from, who are started some hundred times:
 * a class path of jars without signatures, for the JVM keeps classes of no others, and an AOT cache
 * of what one process did that was all of them. Run by the build, as a file; arguments: a folder,
 * which is made anew, the class path, and the class that is trained with. The folder's file {@code
 * options} is what a JVM is then started with.
 */
final class Trained {

  private static final long MINUTES_MAX = 5;
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Path folder;

  private Trained(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Trained trained = new Trained(Path.of(arguments[0]).toAbsolutePath());
    trained.emptied();
    List<String> options = new ArrayList<>(COMMON);
    options.addAll(List.of("-cp", trained.packed(arguments[1])));
    String cache = trained.folder.resolve("trials.aot").toString();
    if (trained.train(options, cache, arguments[2])) {
      options.add("-XX:AOTCache=" + cache);
    } else {
      System.out.println("No AOT cache; what is started takes longer. See " + trained.folder);
    }
    Files.write(trained.folder.resolve("options"), options.stream().map(Trained::quoted).toList());
  }

  private void emptied() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  /** The class path as the JVM can keep it; a jar keeps its name, by which others find it. */
  private String packed(String classPath) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path place = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(place)) {
        entries.add(ofFolder(place).toString());
      } else if (Files.exists(place)) {
        entries.add(Unsigned.isSigned(place) ? unsigned(place).toString() : place.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private Path ofFolder(Path classes) throws IOException {
    String room = classes.getParent().getParent().getFileName().toString();
    Path jar = folder.resolve("slipway-" + room + "-" + classes.getFileName() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), new Manifest());
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private Path unsigned(Path jar) throws IOException {
    Path plain = folder.resolve(jar.getFileName().toString());
    Unsigned.write(jar, plain);
    return plain;
  }

  /** Whether there is a cache now; without one all works, slower. */
  private boolean train(List<String> options, String cache, String main)
      throws IOException, InterruptedException {
    Path log = folder.resolve("training.log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:AOTCacheOutput=" + cache, main, folder.resolve("day").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue() == 0 && Files.exists(Path.of(cache));
  }

  /** As the JVM reads a file of options. */
  private static String quoted(String option) {
    return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
