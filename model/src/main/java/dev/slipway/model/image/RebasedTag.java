package dev.slipway.model.image;

import dev.slipway.model.Digest;
import java.util.regex.Pattern;

/**
 * The tags under which images are put that were moved onto another base: that of the image, and of
 * what it was made. Nobody else pushes such a tag, and no rule that chooses a tag chooses one, or
 * what was moved would be moved again. Stateless.
 */
public final class RebasedTag {

  private static final String MARK = "-slipway-";
  private static final int DIGITS = 12;
  private static final int LENGTH_MAX = 128;

  private static final Pattern FORM = Pattern.compile(".+" + MARK + "[0-9a-f]{" + DIGITS + "}");

  private RebasedTag() {}

  /**
   * The tag of one such image.
   *
   * @param tag by which the image was found that was moved; a long one is cut
   * @param of what it was made of
   */
  public static ImageTag of(ImageTag tag, Digest of) {
    String mark = MARK + of.hex().substring(0, DIGITS);
    int kept = Math.min(tag.value().length(), LENGTH_MAX - mark.length());
    return new ImageTag(tag.value().substring(0, kept) + mark);
  }

  static boolean is(String tag) {
    return FORM.matcher(tag).matches();
  }
}
