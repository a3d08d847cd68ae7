package dev.slipway.model.trust;

import dev.slipway.model.InvalidValue;
import java.util.regex.Pattern;

/**
 * Who signs the tokens of a CI system: an https address, exactly as the tokens name it. Plain http
 * is for this machine alone.
 */
public record Issuer(String value) {

  private static final int LENGTH_MAX = 300;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(https://[A-Za-z0-9.-]{1,253}|http://(localhost|127\\.0\\.0\\.1))(:[0-9]{1,5})?"
              + "(/[A-Za-z0-9._~-]+)*");

  /** Who signs for GitHub Actions at github.com. */
  public static final Issuer GITHUB = new Issuer("https://token.actions.githubusercontent.com");

  /** Who signs for the pipelines of gitlab.com. */
  public static final Issuer GITLAB = new Issuer("https://gitlab.com");

  public Issuer {
    if (value.length() > LENGTH_MAX || !ADDRESS.matcher(value).matches()) {
      throw new InvalidValue(
          "issuer",
          "must be an https address such as "
              + "https://token.actions.githubusercontent.com, without a slash at its end");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
