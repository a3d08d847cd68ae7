package dev.slipway.model;

import java.util.regex.Pattern;

/**
 * What somebody else calls a secret, such as {@code shop/database}: 1 to 200 characters of {@code
 * A-Z a-z 0-9 . _ / -} in parts that start with a letter or digit. So it is neither an option of a
 * program, nor a way out of a folder.
 */
public record SecretPath(String value) {

  private static final int LENGTH_MAX = 200;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*");

  public SecretPath {
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new InvalidValue(
          "secret path", "is 1 to 200 characters of A-Z a-z 0-9 . _ / - such as shop/database");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
