package dev.slipway.app.verb;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1 to a million, for what cannot be none. */
final class PositiveNumber implements ITypeConverter<Integer> {

  private static final int MAX = 1_000_000;

  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= MAX) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // What is wrong is said below, for this and for numbers that are out of range.
    }
    throw new TypeConversionException("'" + text + "' is not a whole number from 1 to " + MAX);
  }
}
