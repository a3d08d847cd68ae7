package dev.slipway.model;

/**
 * The address of a page within the client: a path alone, without a host before it and without a
 * query behind it, which may hold what somebody typed.
 */
public record ClientPage(String value) {

  private static final int LENGTH_MAX = 512;
  private static final int ASCII_END = 0x80;
  private static final String MARKS = "/-_.!~*'()%:@,;=+$&";

  public ClientPage {
    if (!value.startsWith("/")
        || value.startsWith("//")
        || value.length() > LENGTH_MAX
        || !value.chars().allMatch(ClientPage::isInPath)) {
      throw new InvalidValue(
          "page",
          "is a path of at most " + LENGTH_MAX + " characters such as /apps/shop, without a query");
    }
  }

  private static boolean isInPath(int c) {
    boolean isAscii = c < ASCII_END;
    return (isAscii && Character.isLetterOrDigit(c)) || MARKS.indexOf(c) >= 0;
  }

  @Override
  public String toString() {
    return value;
  }
}
