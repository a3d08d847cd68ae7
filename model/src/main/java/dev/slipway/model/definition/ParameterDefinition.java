package dev.slipway.model.definition;

import dev.slipway.model.image.ImageSource;
import java.util.Optional;

/**
 * A value that a delivery is given, apart from what documents say.
 *
 * @param fallback what it is when it is not given; absent when it has to be
 */
public record ParameterDefinition(String name, ParameterType type, Optional<String> fallback) {

  public static final int PARAMETERS_MAX = 50;

  /** Which image it is when none is given; absent when it follows none. */
  public Optional<ImageSource> follows() {
    return type instanceof ParameterType.Image(Optional<ImageSource> source)
        ? source
        : Optional.empty();
  }
}
