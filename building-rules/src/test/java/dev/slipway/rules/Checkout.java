package dev.slipway.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files that people wrote: no build results, no downloads. */
final class Checkout {

  private static final Set<String> MADE =
      Set.of(".git", ".slipway", "target", "node_modules", "dist", ".idea", ".vscode");
  private static final Set<String> WRITTEN =
      Set.of("java", "ts", "tsx", "mjs", "js", "css", "html", "md", "xml", "yaml", "yml", "sh");

  private Checkout() {}

  /**
   * A file's place below the root and its text.
   *
   * @param path with forward slashes
   */
  record Page(String path, String text) {

    boolean is(String... endings) {
      for (String ending : endings) {
        if (path.endsWith(ending)) {
          return true;
        }
      }
      return false;
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  static List<Page> pages(Path root) {
    List<Page> pages = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = String.valueOf(folder.getFileName());
              return MADE.contains(name) && !folder.equals(root)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (attributes.isRegularFile() && isWritten(root, file)) {
                pages.add(new Page(slashed(root.relativize(file)), Files.readString(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }

  private static boolean isWritten(Path root, Path file) {
    String name = String.valueOf(file.getFileName());
    String path = slashed(root.relativize(file));
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return !path.contains("src/test/resources/")
        && (WRITTEN.contains(ending)
            || Set.of("slipway", ".ci/run", ".npmrc", "ui/.npmrc", "NOTICE").contains(path));
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }
}
