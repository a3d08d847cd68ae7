package dev.slipway.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every class that is shipped, and the room it lies in.
 *
 * @param rooms the room's name for each class
 */
record House(List<JavaClass> classes, Map<String, String> rooms) {

  private static final Pattern LOCATION = Pattern.compile("/([a-z-]+)/target/(?:classes|slipway-)");

  /** The house as it is built; read once, for that takes seconds. */
  static House built() {
    return Built.HOUSE;
  }

  private static House read() {
    List<JavaClass> classes =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.slipway")
                .stream()
                .filter(one -> location(one).isPresent())
                .toList();
    Map<String, String> rooms = new TreeMap<>();
    classes.forEach(one -> rooms.put(one.getName(), location(one).orElseThrow()));
    return new House(classes, rooms);
  }

  /** Holds what was read, from the first time it is asked for. */
  private static final class Built {
    private static final House HOUSE = read();
  }

  /** Some classes of the tests, as if they lay in a room. */
  static House pretending(String room, Class<?>... samples) {
    House built = built();
    List<JavaClass> classes = new ClassFileImporter().importClasses(samples).stream().toList();
    Map<String, String> rooms = new TreeMap<>(built.rooms());
    classes.forEach(one -> rooms.put(one.getName(), room));
    return new House(classes, rooms);
  }

  /** The room of a class, if it is one of ours. */
  Optional<String> room(String className) {
    return Optional.ofNullable(rooms.get(className));
  }

  /** The checkout's root: the folder that holds the launcher. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("slipway"))) {
      folder = Optional.ofNullable(folder.getParent()).orElseThrow();
    }
    return folder;
  }

  private static Optional<String> location(JavaClass one) {
    return one.getSource()
        .map(source -> LOCATION.matcher(source.getUri().toString()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}
