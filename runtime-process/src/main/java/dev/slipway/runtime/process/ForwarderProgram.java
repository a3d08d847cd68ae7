package dev.slipway.runtime.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.forwarder.Main;
import dev.slipway.runtime.files.Durable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The forwarder's program, copied beside its folder: it outlives whoever started it, and so must
 * its class path.
 *
 * @param version another one for another content
 */
public record ForwarderProgram(List<Path> classPath, String version) {

  private static final Pattern NEEDED =
      Pattern.compile("(slipway-forwarder|jetty-|slf4j-api).*\\.jar|classes");
  private static final int DIGITS = 16;

  public ForwarderProgram {
    classPath = List.copyOf(classPath);
  }

  /**
   * Copies what the forwarder needs of a class path into {@code folder/program/VERSION}. Folders of
   * classes, which there are only where it is being built, are used where they are.
   *
   * @param classPath as {@code java.class.path} has it
   */
  public static ForwarderProgram install(Path folder, String classPath) throws IOException {
    List<Path> needed =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(entry -> NEEDED.matcher(String.valueOf(entry.getFileName())).matches())
            .filter(Files::exists)
            .toList();
    String version = version(needed);
    Path program = folder.resolve("program").resolve(version);
    List<Path> installed = new ArrayList<>();
    for (Path entry : needed) {
      installed.add(Files.isDirectory(entry) ? entry : copied(entry, program));
    }
    return new ForwarderProgram(installed, version);
  }

  List<String> words(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xmx48m",
        "-Xss512k",
        "-Dslf4j.internal.verbosity=ERROR",
        "-cp",
        String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()),
        Main.class.getName(),
        folder.toString());
  }

  private static Path copied(Path jar, Path program) throws IOException {
    Path copy = program.resolve(String.valueOf(jar.getFileName()));
    if (!Files.exists(copy)) {
      Files.createDirectories(program);
      Path part = Files.createTempFile(program, "jar", ".part");
      Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
      Durable.move(part, copy);
    }
    return copy;
  }

  private static String version(List<Path> entries) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path entry : entries) {
        digest.update(
            Files.isDirectory(entry)
                ? entry.toString().getBytes(UTF_8)
                : Files.readAllBytes(entry));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
