package dev.slipway.model.image;

import dev.slipway.model.InvalidValue;
import java.util.regex.Pattern;

/**
 * Where all versions of an image lie: a registry, with its port if it has one of its own, and a
 * path there, such as {@code registry.example.org/team/shop}. The registry is always named: what a
 * short name stands for is another one on each machine.
 */
public record ImageRepository(String value) implements Comparable<ImageRepository> {

  private static final int LENGTH_MAX = 300;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-{1,10})[a-z0-9]+)*";

  /** A host is told from the first part of a path by a dot or a port, or by being this machine. */
  private static final String HOST =
      "(?:localhost|" + LABEL + "(?:\\." + LABEL + ")+|" + LABEL + "(?=:[0-9]))(?::[0-9]{1,5})?";

  /** A host, a slash and a path, as groups of these names. */
  public static final String FORM =
      "(?<host>%s)/(?<repository>%s(?:/%s){0,10})".formatted(HOST, PART, PART);

  private static final Pattern NAME = Pattern.compile(FORM);

  public ImageRepository {
    if (value.length() > LENGTH_MAX || !NAME.matcher(value).matches()) {
      throw new InvalidValue(
          "repository of images",
          "is a registry and a path there, such as registry.example.org/team/shop");
    }
  }

  /** The registry, with its port if it has one of its own. */
  public String host() {
    return value.substring(0, value.indexOf('/'));
  }

  /** The path at the registry. */
  public String path() {
    return value.substring(value.indexOf('/') + 1);
  }

  @Override
  public int compareTo(ImageRepository other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
