package dev.slipway.outlet.email;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a letter goes, such as {@code team@shop.example}: of the forms that RFC 5321 knows, the one
 * that people have. Whatever passes can stand in a command to a mail server and in a header.
 */
public record MailAddress(String value) {

  /** How many a letter has at most. */
  public static final int EACH_MAX = 50;

  private static final int LENGTH_MAX = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

  public MailAddress {
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no mail address; write one such as team@shop.example.".formatted(value));
    }
  }

  /** What stands behind the {@code @}. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  /** Addresses between commas or blanks; empty where one of them is none, or there are too many. */
  public static Optional<List<MailAddress>> list(String text) {
    List<String> written = Arrays.stream(text.strip().split("[,\\s]+")).distinct().toList();
    boolean isSound =
        written.size() <= EACH_MAX
            && written.stream()
                .allMatch(each -> each.length() <= LENGTH_MAX && FORM.matcher(each).matches());
    return isSound
        ? Optional.of(written.stream().map(MailAddress::new).toList())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
