package dev.slipway.outlet.datadog;

import dev.slipway.outlet.Visible;

/**
 * Texts as Datadog shows them and does nothing with them. Three percent signs begin its markdown,
 * and an at sign calls people, a channel or a pager; a wider one of the same shape does neither.
 * Stateless.
 */
final class PlainText {

  private static final char WIDE_PERCENT = '\uff05';
  private static final char WIDE_AT = '\uff20';

  private PlainText() {}

  static String of(String text, int lengthMax) {
    return Visible.of(text, lengthMax)
        .replace("%%%", String.valueOf(WIDE_PERCENT).repeat(3))
        .replace('@', WIDE_AT);
  }
}
