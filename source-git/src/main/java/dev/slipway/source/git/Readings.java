package dev.slipway.source.git;

import dev.slipway.source.Reading;
import java.util.function.Function;

/** Carries a reading's reason on when there is no value to go on with. */
final class Readings {

  private Readings() {}

  static <S, T> Reading<T> map(Reading<S> reading, Function<S, T> function) {
    return flatMap(reading, value -> new Reading.Read<>(function.apply(value)));
  }

  static <S, T> Reading<T> flatMap(Reading<S> reading, Function<S, Reading<T>> function) {
    return switch (reading) {
      case Reading.Read<S>(S value) -> function.apply(value);
      case Reading.Unusable<S>(var because) -> new Reading.Unusable<>(because);
      case Reading.Unavailable<S>(var because) -> new Reading.Unavailable<>(because);
    };
  }

  /** The same reason for want of another value. */
  static <S, T> Reading<T> failed(Reading<S> reading) {
    return flatMap(
        reading,
        _ -> {
          throw new IllegalArgumentException("this reading has a value");
        });
  }
}
