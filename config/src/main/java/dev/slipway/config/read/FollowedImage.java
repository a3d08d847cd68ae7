package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.image.ImageBase;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.TagPattern;
import dev.slipway.model.image.VersionRange;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which image a parameter follows: one tag, the newest in a range, or the last of a kind. */
final class FollowedImage {

  private static final Pattern TAGGED = Pattern.compile("(?<repository>.*?)(?::(?<tag>[^/:]*))?");

  private final Problems problems;

  FollowedImage(Problems problems) {
    this.problems = problems;
  }

  /** Absent where nothing is followed, and where what is said is wrong and was told. */
  Optional<ImageSource> read(Node.Fields keys) {
    Optional<Node.Text> newest = keys.text("newest");
    Optional<Node.Text> like = keys.text("like");
    Optional<Node.Text> base = keys.text("base");
    Optional<Node.Text> from = keys.text("from");
    if (from.isEmpty()) {
      newest
          .or(() -> like)
          .or(() -> base)
          .ifPresent(text ->
              problems.add(
                  text.place(),
                  "from-missing",
                  "Say of which image: add 'from' with its registry and its path there."));
      return Optional.empty();
    }
    if (newest.isPresent() && like.isPresent()) {
      problems.add(
          like.orElseThrow().place(),
          "choice-twice",
          "'newest' and 'like' are two ways to say which tag is meant. Leave one out.");
      return Optional.empty();
    }
    return from.flatMap(text -> read(text, newest, like)).flatMap(source -> on(base, source));
  }

  private Optional<ImageSource> on(Optional<Node.Text> base, ImageSource source) {
    return base.isEmpty()
        ? Optional.of(source)
        : base(base.orElseThrow())
            .map(it -> new ImageSource(source.repository(), source.choice(), Optional.of(it)));
  }

  private Optional<ImageBase> base(Node.Text text) {
    Matcher parts = TAGGED.matcher(text.value());
    Optional<String> tag =
        text.value().contains("@") || !parts.matches()
            ? Optional.empty()
            : Optional.ofNullable(parts.group("tag"));
    if (tag.isEmpty()) {
      problems.add(
          text.place(),
          "invalid-image",
          "A base is followed by its tag: write a registry, a path there and a tag, as in"
              + " registry.example.org/base/run:13.");
      return Optional.empty();
    }
    return of(
        text,
        "invalid-image",
        _ ->
            new ImageBase(
                new ImageRepository(parts.group("repository")), new ImageTag(tag.orElseThrow())));
  }

  private Optional<ImageSource> read(
      Node.Text from, Optional<Node.Text> newest, Optional<Node.Text> like) {
    Matcher parts = TAGGED.matcher(from.value());
    if (from.value().contains("@") || !parts.matches()) {
      problems.add(
          from.place(),
          "invalid-image",
          "A digest never moves, so nothing can be followed; name a tag. An image that stays belongs"
              + " into 'default'.");
      return Optional.empty();
    }
    Optional<String> tag = Optional.ofNullable(parts.group("tag"));
    if (tag.isPresent() == (newest.isPresent() || like.isPresent())) {
      problems.add(
          from.place(),
          tag.isPresent() ? "choice-twice" : "choice-missing",
          tag.isPresent()
              ? "The tag says which image is meant already. Leave it out, or 'newest' and 'like'."
              : "Say which tag is meant: write it, as in registry.example.org/shop:stable, or add"
                  + " 'newest' or 'like'.");
      return Optional.empty();
    }
    Optional<ImageRepository> repository =
        of(from, "invalid-image", _ -> new ImageRepository(parts.group("repository")));
    Optional<ImageChoice> choice =
        tag.isPresent()
            ? of(
                from, "invalid-image", _ -> new ImageChoice.Tagged(new ImageTag(tag.orElseThrow())))
            : newest.isPresent()
                ? of(
                    newest.orElseThrow(),
                    "invalid-range",
                    text -> new ImageChoice.Newest(new VersionRange(text)))
                : of(
                    like.orElseThrow(),
                    "invalid-pattern",
                    text -> new ImageChoice.Like(new TagPattern(text)));
    return repository.flatMap(there -> choice.map(which -> new ImageSource(there, which)));
  }

  private <T> Optional<T> of(Node.Text text, String code, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text.value()));
    } catch (InvalidValue invalid) {
      problems.add(text.place(), code, invalid.getMessage());
      return Optional.empty();
    }
  }
}
