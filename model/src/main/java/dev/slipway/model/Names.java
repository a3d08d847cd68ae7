package dev.slipway.model;

/** The one rule for names that people choose. Stateless. */
final class Names {

  private static final int LENGTH_MAX = 63;

  private Names() {}

  /**
   * Returns {@code value} when it is 1 to 63 characters of {@code a-z 0-9 -}, starts with a letter
   * or a digit and does not end in a hyphen; such a name is safe in a host name, a folder name and
   * a URL.
   *
   * @throws InvalidValue otherwise, naming {@code kind}
   */
  static String checked(String kind, String value) {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new InvalidValue(
          kind, "must have 1 to " + LENGTH_MAX + " characters, not " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      if (!isAllowed(value.charAt(i))) {
        throw new InvalidValue(kind, "may hold a-z, 0-9 and '-' only");
      }
    }
    if (value.startsWith("-") || value.endsWith("-")) {
      throw new InvalidValue(kind, "must not start or end with '-'");
    }
    return value;
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
