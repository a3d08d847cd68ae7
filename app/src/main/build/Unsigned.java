import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Takes the signatures out of the jars of a folder. Nothing here asks who signed them, but the JVM
 * checks each class of a signed jar when it is loaded, and keeps none of them in an AOT cache. Run
 * by the build, as a file.
 */
final class Unsigned {

  private Unsigned() {}

  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(arguments[0]))) {
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
        if (isSigned(jar)) {
          Path fresh = jar.resolveSibling(jar.getFileName() + ".part");
          write(jar, fresh);
          Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
  }

  static boolean isSigned(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      return file.stream().anyMatch(Unsigned::isSignature);
    }
  }

  private static boolean isSignature(JarEntry entry) {
    return entry.getName().matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
  }

  /** Writes what a jar holds into another, without its signatures. */
  static void write(Path jar, Path fresh) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false);
        OutputStream out = Files.newOutputStream(fresh);
        JarOutputStream unsigned = new JarOutputStream(out, withoutDigests(file.getManifest()))) {
      List<JarEntry> entries =
          file.stream()
              .filter(entry -> !isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME))
              .toList();
      for (JarEntry entry : entries) {
        unsigned.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = file.getInputStream(entry)) {
          content.transferTo(unsigned);
        }
      }
    }
  }

  private static Manifest withoutDigests(Manifest manifest) {
    Manifest plain = new Manifest();
    plain.getMainAttributes().putAll(manifest.getMainAttributes());
    return plain;
  }
}
