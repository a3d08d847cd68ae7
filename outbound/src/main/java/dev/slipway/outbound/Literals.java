package dev.slipway.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as they are written in full. Other ways of writing them as numbers are none: one
 * program's octal is another one's decimal. Stateless.
 */
final class Literals {

  private static final String PART = "(0|[1-9][0-9]{0,2})";
  private static final Pattern V4 = Pattern.compile(PART + "(\\." + PART + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private Literals() {}

  static Optional<InetAddress> parse(String text) {
    boolean four = V4.matcher(text).matches();
    if (!four && !(text.contains(":") && V6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      // Nothing is looked up: the text has the form of an address.
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }

  /** Whether a host is written as a number in any way: its last part begins with a digit. */
  static boolean isNumber(String host) {
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    return !last.isEmpty() && last.charAt(0) >= '0' && last.charAt(0) <= '9';
  }
}
