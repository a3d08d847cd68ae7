package dev.slipway.model.definition;

import dev.slipway.model.SecretName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which sealed secret a parameter says: {@code partner-token}, or {@code partner-token@3} for one
 * version of it.
 *
 * @param version absent for the newest
 */
public record SecretChoice(SecretName name, Optional<Integer> version) {

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:@([1-9][0-9]{0,8}))?");

  /** The choice that a text is; empty when it is none, as a value would be. */
  public static Optional<SecretChoice> of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new SecretChoice(
                new SecretName(form.group(1)),
                Optional.ofNullable(form.group(2)).map(Integer::valueOf)))
        : Optional.empty();
  }
}
