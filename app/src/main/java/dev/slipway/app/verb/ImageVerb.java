package dev.slipway.app.verb;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.model.image.ImageChoice;
import dev.slipway.model.image.ImageTag;
import dev.slipway.model.image.TagPattern;
import dev.slipway.model.image.VersionRange;
import dev.slipway.registry.ImageName;
import dev.slipway.registry.Refusal;
import dev.slipway.registry.Registries;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which image a name means now, by digest. It asks a registry, and no server. */
@Command(
    name = "image",
    description = "Say which image a tag stands for now, or which of its tags is the newest.",
    mixinStandardHelpOptions = true)
public final class ImageVerb implements Callable<Integer> {

  @Parameters(
      paramLabel = "IMAGE",
      description = "The image with its registry, such as registry.example.org/team/shop:1.4.")
  private String image = "";

  @ArgGroup private Choice choice = new Choice();

  @Mixin private RegistryOptions options = new RegistryOptions();

  /** Which tag, if it is not the one that was named. */
  static final class Choice {

    @Option(
        names = "--newest",
        paramLabel = "RANGE",
        description = "The newest version in a range such as '>=1.4 <2' or 1.x.")
    private Optional<String> newest = Optional.empty();

    @Option(
        names = "--like",
        paramLabel = "PATTERN",
        description = "The last tag that looks like this, such as 'release-*'.")
    private Optional<String> like = Optional.empty();

    private Optional<ImageChoice> selection() {
      return newest
          .<ImageChoice>map(range -> new ImageChoice.Newest(new VersionRange(range)))
          .or(() -> like.map(pattern -> new ImageChoice.Like(new TagPattern(pattern))));
    }
  }

  @Override
  public Integer call() throws IOException {
    return options.run(
        List.of(image),
        (registries, output) -> {
          ImageName pinned = registries.read(named(registries)).name();
          return output == DemoVerb.Format.JSON ? json(pinned) : pinned.toString();
        });
  }

  private ImageName named(Registries registries) throws Refusal {
    ImageName name = ImageName.parse(image);
    Optional<ImageChoice> selection = choice.selection();
    if (selection.isEmpty()) {
      return name;
    }
    if (name.tag().isPresent() || name.digest().isPresent()) {
      throw new Refusal(
          "tag-twice", name + " says which image already; leave its tag or digest out.");
    }
    return selection
        .get()
        .of(registries.tags(name))
        .map(ImageTag::value)
        .map(name::tagged)
        .orElseThrow(() ->
            new Refusal("no-tag-fits", "None of the tags of " + name + " is what is wanted."));
  }

  private static String json(ImageName pinned) {
    var json = JsonMapper.builder().build().createObjectNode();
    json.put("image", pinned.toString());
    pinned.tag().ifPresent(tag -> json.put("tag", tag));
    json.put("digest", pinned.digest().orElseThrow().value());
    return json.toString();
  }
}
