package dev.slipway.model.definition;

import dev.slipway.model.SecretName;
import dev.slipway.model.image.ImageSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the value of a parameter may be. Values are text; a type says which text. */
public sealed interface ParameterType {

  Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
  Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9._-]{0,200})(?::[0-9]{1,5})?(?:/[a-z0-9](?:[a-z0-9._-]{0,200})){0,10}"
              + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?");
  Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");

  /** As documents and people call it. */
  String word();

  /** What a value has to be, as the end of a sentence; empty when this one can be taken. */
  Optional<String> demand(String value);

  /**
   * Text.
   *
   * @param choices all that it may be; anything when there are none
   */
  record Text(List<String> choices) implements ParameterType {
    public Text {
      choices = List.copyOf(choices);
    }

    @Override
    public String word() {
      return "string";
    }

    @Override
    public Optional<String> demand(String value) {
      return choices.isEmpty() || choices.contains(value)
          ? Optional.empty()
          : Optional.of("has to be one of " + String.join(", ", choices));
    }
  }

  /** A whole number of at most 18 digits. */
  record Whole(Optional<Integer> least, Optional<Integer> most) implements ParameterType {

    @Override
    public String word() {
      return "integer";
    }

    @Override
    public Optional<String> demand(String value) {
      if (!WHOLE.matcher(value).matches()) {
        return Optional.of("has to be a whole number");
      }
      long number = Long.parseLong(value);
      return least
          .filter(bound -> number < bound)
          .map(bound -> "has to be at least " + bound)
          .or(() -> most.filter(bound -> number > bound).map(bound -> "can be at most " + bound));
    }
  }

  /** {@code true} or {@code false}. */
  record Flag() implements ParameterType {

    @Override
    public String word() {
      return "boolean";
    }

    @Override
    public Optional<String> demand(String value) {
      return value.equals("true") || value.equals("false")
          ? Optional.empty()
          : Optional.of("has to be true or false");
    }
  }

  /**
   * The name of a container's image, with a tag, a digest, both or neither.
   *
   * @param follows which image it is when none is given: what was read of this last; absent when it
   *     follows none
   */
  record Image(Optional<ImageSource> follows) implements ParameterType {

    /** One that is given, or is what its document says. */
    public Image() {
      this(Optional.empty());
    }

    @Override
    public String word() {
      return "image";
    }

    @Override
    public Optional<String> demand(String value) {
      return IMAGE.matcher(value).matches()
          ? Optional.empty()
          : Optional.of("has to be the name of an image, such as registry.example.org/shop:1.4");
    }
  }

  /** The whole id of a commit. */
  record Commit() implements ParameterType {

    @Override
    public String word() {
      return "commit";
    }

    @Override
    public Optional<String> demand(String value) {
      return COMMIT.matcher(value).matches()
          ? Optional.empty()
          : Optional.of("has to be the whole id of a commit");
    }
  }

  /**
   * A secret that is sealed in the environment; never its value. What is no such name may be a
   * value, so it is in no answer.
   *
   * @param choices the names of all that it may be; any when there are none
   */
  record Secret(List<SecretName> choices) implements ParameterType {
    public Secret {
      choices = List.copyOf(choices);
    }

    @Override
    public String word() {
      return "secret";
    }

    @Override
    public Optional<String> demand(String value) {
      Optional<SecretChoice> choice = SecretChoice.of(value);
      if (choice.isEmpty()) {
        return Optional.of(
            "has to be the name of a sealed secret, such as api-token or api-token@3, and never"
                + " its value");
      }
      return choices.isEmpty() || choices.contains(choice.orElseThrow().name())
          ? Optional.empty()
          : Optional.of(
              "has to be one of "
                  + choices.stream().map(SecretName::value).collect(Collectors.joining(", ")));
    }
  }
}
