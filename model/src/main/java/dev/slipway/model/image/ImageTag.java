package dev.slipway.model.image;

import dev.slipway.model.InvalidValue;
import java.util.regex.Pattern;

/** The tag of an image, which may stand for another image in a minute. */
public record ImageTag(String value) implements Comparable<ImageTag> {

  /** What the distribution specification lets a tag be. */
  public static final String FORM = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";

  private static final Pattern TAG = Pattern.compile(FORM);

  public ImageTag {
    if (!is(value)) {
      throw new InvalidValue(
          "tag of an image", "is 1 to 128 letters, digits, dots, hyphens and underscores");
    }
  }

  /** Whether something may be the tag of an image. */
  public static boolean is(String text) {
    return TAG.matcher(text).matches();
  }

  @Override
  public int compareTo(ImageTag other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
